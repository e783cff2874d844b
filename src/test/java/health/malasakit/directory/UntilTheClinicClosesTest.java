package health.malasakit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What holds "today" ends with the clinic's day, and a place without a zone says what it waits for.
 */
@MalasakitTest
class UntilTheClinicClosesTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private final World world;
  private final Notices notices;
  private final Sites sites;
  private final ClinicProfiles profiles;
  private final int port;

  private Organization clinic;
  private Client supervisor;

  UntilTheClinicClosesTest(
      World world,
      Notices notices,
      Sites sites,
      ClinicProfiles profiles,
      @LocalServerPort int port) {
    this.world = world;
    this.notices = notices;
    this.sites = sites;
    this.profiles = profiles;
    this.port = port;
  }

  @BeforeEach
  void aClinicFromEightToFive() {
    clinic = world.clinic("Lakeside Family Medicine");
    supervisor = Client.on(port).as(world.cookieOf(world.person(Role.SUPERVISOR, clinic)));
    Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      week.put(day, List.of(new Span(LocalTime.of(8, 0), LocalTime.of(17, 0))));
    }
    as(() -> {
      profiles.describe(clinic.id(), new Clinic.Profile("", "", Optional.of(NEW_YORK)), 0);
      profiles.keepHours(clinic.id(), new WeekHours(week), 0);
    });
  }

  @Test
  void a_notice_without_a_last_hour_ends_when_the_clinic_closes_on_its_last_day() {
    var tomorrow = LocalDate.now(NEW_YORK).plusDays(1);
    put(Map.of("words", "Runs late.", "from", "today", "until", tomorrow.toString()));
    put(
        Map.of(
            "words", "The lift stands still.",
            "from", "today",
            "until", tomorrow.toString(),
            "untilTime", "21:30"));

    assertThat(ends("Runs late.")).isEqualTo(LocalTime.of(17, 0));
    assertThat(ends("The lift stands still.")).isEqualTo(LocalTime.of(21, 30));
  }

  @Test
  void a_site_that_waits_for_its_zone_says_so_and_leads_to_where_it_is_confirmed() {
    var administrator =
        Client.on(port).as(world.cookieOf(world.person(Role.ADMINISTRATOR, clinic)));
    var address = new Address("40 Ferry Lane", "", "Newark", "NJ", "07102");
    var details = new Site.Details("Annex", address, Site.Book.OURS);
    var annex = Scopes.call(job(), () -> sites.add(clinic.id(), details));
    var list = "/clinics/" + clinic.slug() + "/sites";

    assertThat(administrator.get(list).body())
        .contains("cannot be booked until its time zone is confirmed")
        .contains("Confirm its time zone: New York?")
        .contains("href=\"" + list + "/" + annex + "\"")
        .doesNotContain("booked here");
    assertThat(administrator.get(list + "/" + annex).body()).contains("This is the zone");

    as(() -> sites.confirmZone(annex, NEW_YORK, 1));
    assertThat(administrator.get(list).body())
        .contains("booked here")
        .doesNotContain("cannot be booked");
  }

  private void put(Map<String, String> form) {
    var sent = new java.util.HashMap<String, String>(form);
    sent.put("about", "clinic");
    sent.put("mustRead", "no");
    var answer = supervisor.post("/clinics/" + clinic.slug() + "/notices", sent);
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
  }

  private LocalTime ends(String words) {
    return Scopes.call(job(), () -> notices.of(clinic.id())).stream()
        .filter(notice -> notice.details().words().equals(words))
        .map(notice -> notice.details().until().atZone(NEW_YORK).toLocalTime())
        .findFirst()
        .orElseThrow();
  }

  private Scope job() {
    return Scope.job(clinic.id(), "test");
  }

  private void as(Runnable work) {
    Scopes.run(job(), work);
  }
}
