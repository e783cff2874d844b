package health.malasakit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Long lists to their end, as files, and notices that change. */
@MalasakitTest
class DirectoryListsTest {

  private final World world;
  private final Practitioners practitioners;
  private final Notices notices;
  private final ClinicProfiles profiles;
  private final int port;

  private Organization clinic;
  private Client administrator;

  DirectoryListsTest(
      World world,
      Practitioners practitioners,
      Notices notices,
      ClinicProfiles profiles,
      @LocalServerPort int port) {
    this.world = world;
    this.practitioners = practitioners;
    this.notices = notices;
    this.profiles = profiles;
    this.port = port;
  }

  @BeforeEach
  void aClinic() {
    clinic = world.clinic("Lakeside Family Medicine");
    administrator = Client.on(port).as(world.cookieOf(world.person(Role.ADMINISTRATOR, clinic)));
  }

  @Test
  void a_long_list_says_which_part_it_shows_and_leads_to_every_other() {
    as(() -> {
      for (int one = 0; one < 230; one++) {
        practitioners.add(clinic.id(), doctor("Doctor%03d".formatted(one)), List.of());
      }
    });
    var list = at("practitioners");

    assertThat(administrator.get(list).body())
        .contains("1 to 100 of 230")
        .contains("href=\"" + list + "?from=100\"")
        .contains("Doctor099")
        .doesNotContain("Doctor100");
    assertThat(administrator.get(list + "?from=200").body())
        .contains("201 to 230 of 230")
        .contains("Doctor229")
        .contains("href=\"" + list + "?from=100\"");
    assertThat(administrator.get(list + "?from=9999").body()).contains("201 to 230 of 230");
  }

  @Test
  void practitioners_and_sites_are_taken_as_files_unless_that_is_switched_off() {
    as(() -> practitioners.add(clinic.id(), doctor("=1+1"), List.of()));

    var supervisor = Client.on(port).as(world.cookieOf(world.person(Role.SUPERVISOR, clinic)));
    assertThat(administrator.get(at("practitioners")).body())
        .as("who may take no lists away is offered none")
        .doesNotContain(at("practitioners.csv"));
    assertThat(administrator.get(at("practitioners.csv")).status()).isEqualTo(403);
    assertThat(administrator.get(at("sites.csv")).status()).isEqualTo(403);
    assertThat(supervisor.get(at("practitioners")).body()).contains(at("practitioners.csv"));
    assertThat(supervisor.get(at("practitioners.csv")).body()).contains("\"'=1+1\",\"Ana\"");
    assertThat(supervisor.get(at("sites.csv")).body()).startsWith("\uFEFF\"Name\",\"Street\"");

    as(() -> profiles.switchOff(clinic.id(), new Clinic.SwitchedOff("PH", Clinic.Export.CSV)));

    assertThat(supervisor.get(at("practitioners")).body()).doesNotContain(at("practitioners.csv"));
    assertThat(supervisor.get(at("practitioners.csv")).status()).isEqualTo(403);
    assertThat(supervisor.get(at("sites.csv")).status()).isEqualTo(403);
  }

  @Test
  void a_notice_is_changed_and_whoever_read_the_old_words_is_asked_again() {
    NoticeId old = as(() -> notices.add(clinic.id(), late("Dr. Ortiz runs 40 minutes late")));
    administrator.post("/notices/" + old + "/reading", Map.of());
    assertThat(administrator.get(at("notices") + "/" + old).body())
        .contains("Dr. Ortiz runs 40 minutes late");

    var saved = administrator.post(at("notices") + "/" + old, changed("runs 90 minutes late", 1));

    assertThat(saved.status()).isEqualTo(303);
    assertThat(as(notices::now))
        .singleElement()
        .satisfies(notice -> {
          assertThat(notice.words()).isEqualTo("Dr. Ortiz runs 90 minutes late");
          assertThat(as(() -> notices.readBy(notice))).isEmpty();
        });
    assertThat(administrator.get(at("notices")).body())
        .contains("runs 40 minutes late")
        .contains("Taken down")
        .contains("read by 1");
  }

  @Test
  void of_two_who_change_a_notice_the_second_is_told() {
    NoticeId old = as(() -> notices.add(clinic.id(), late("Dr. Ortiz runs 40 minutes late")));
    administrator.post(at("notices") + "/" + old, changed("runs 90 minutes late", 1));

    var second = administrator.post(at("notices") + "/" + old, changed("is back in time", 1));

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.body()).contains("Dr. Ortiz is back in time");
    assertThat(as(notices::now))
        .extracting(Notice::words)
        .containsExactly("Dr. Ortiz runs 90 minutes late");
  }

  @Test
  void a_notice_of_another_clinic_is_not_found() {
    var other = world.clinic("Harbor Pediatrics");
    NoticeId theirs =
        Scopes.call(
            Scope.job(other.id(), "test"), () -> notices.add(other.id(), late("Closed at noon")));

    assertThat(administrator.get(at("notices") + "/" + theirs).status()).isEqualTo(404);
    assertThat(administrator.post(at("notices") + "/" + theirs, changed("open", 1)).status())
        .isEqualTo(404);
  }

  private static Map<String, String> changed(String what, long version) {
    return Map.of(
        "words", "Dr. Ortiz " + what,
        "about", "clinic",
        "from", "today",
        "until", "tomorrow",
        "mustRead", "yes",
        "version", String.valueOf(version));
  }

  private static Notice.Details late(String words) {
    var now = Instant.now();
    return new Notice.Details(
        new Notice.About.WholeClinic(),
        words,
        now.minusSeconds(60),
        now.plus(Duration.ofHours(8)),
        true);
  }

  private static Practitioner.Details doctor(String family) {
    return new Practitioner.Details("Ana", family, "MD", "", List.of("en"), List.of("NY"));
  }

  private String at(String list) {
    return "/clinics/" + clinic.slug() + "/" + list;
  }

  private void as(Runnable work) {
    Scopes.run(Scope.job(clinic.id(), "test"), work);
  }

  private <T> T as(java.util.function.Supplier<T> work) {
    return Scopes.call(Scope.job(clinic.id(), "test"), work::get);
  }
}
