package health.malasakit.scheduling.told;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.PractitionerRole;
import health.malasakit.directory.Practitioners;
import health.malasakit.directory.Site;
import health.malasakit.directory.Sites;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.WallTime;
import health.malasakit.messaging.ledger.Entry;
import health.malasakit.messaging.ledger.EntryState;
import health.malasakit.messaging.ledger.Rules;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.scheduling.Bookings;
import health.malasakit.scheduling.Hold;
import health.malasakit.scheduling.TimeWanted;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.book.Session;
import health.malasakit.scheduling.book.Sessions;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A site that does not tell of visits as its clinic does. */
@MalasakitTest
class SiteStepsTest {

  private final ApplicationContext beans;
  private final World world;
  private final int port;
  private ToldPractice clinic;
  private Site annex;
  private PractitionerId cruz;
  private PatientId ana;
  private Client luz;
  private String page;

  SiteStepsTest(ApplicationContext beans, World world, @LocalServerPort int port) {
    this.beans = beans;
    this.world = world;
    this.port = port;
  }

  @BeforeEach
  void aClinicWithTwoSites() {
    clinic = new ToldPractice(beans);
    annex =
        clinic.practice.anotherSite("Annex", clinic.practice.site().zone().orElseThrow().getId());
    theAnnexIsOpen();
    ana = clinic.patient("Ana", ToldPractice.number(), "en");
    luz = Client.on(port).as(clinic.cookie());
    page = "/clinics/" + clinic.slug() + "/reminders";
  }

  @Test
  void a_visit_at_a_site_with_its_own_steps_plans_those_and_one_elsewhere_the_clinics() {
    assertThat(luz.get(page).body())
        .contains("Annex", "As the clinic")
        .doesNotContain("Its own steps");

    assertThat(luz.post(annexPage(), form("2")).status()).isEqualTo(303);
    assertThat(luz.get(page).body()).contains("Its own steps");

    var here = atAnnex(clinic.inDays(10, 9));
    var there = clinic.book(ana, clinic.inDays(10, 14));
    clinic.planned(here.id(), Step.DAY, 1);
    clinic.planned(there.id(), Step.DAY, 1);
    assertThat(steps(here)).containsExactlyInAnyOrder(Step.BOOKED, Step.DAY);
    assertThat(due(here)).isEqualTo(clinic.inDays(8, 11));
    assertThat(steps(there))
        .containsExactlyInAnyOrder(Step.BOOKED, Step.WEEK, Step.THREE_DAYS, Step.DAY);
    assertThat(due(there)).isEqualTo(clinic.inDays(9, 10));
  }

  @Test
  void visits_to_come_are_planned_anew_and_so_they_are_when_it_does_as_the_clinic_again() {
    var visit = atAnnex(clinic.inDays(10, 9));
    clinic.planned(visit.id(), Step.DAY, 1);

    luz.post(annexPage(), form("2"));
    await().until(() -> due(visit).equals(clinic.inDays(8, 11)));
    assertThat(clinic.line(visit.id(), Step.THREE_DAYS).state()).isEqualTo(EntryState.CANCELLED);

    var back = Map.of("version", version(annexPage()));
    assertThat(luz.post(annexPage() + "/return", back).status()).isEqualTo(303);
    await().until(() -> due(visit).equals(clinic.inDays(9, 10)));
    assertThat(clinic.line(visit.id(), Step.THREE_DAYS).state()).isEqualTo(EntryState.PLANNED);
    assertThat(rule().rule().sites()).isEmpty();
  }

  @Test
  void what_cannot_be_is_told_beside_its_field_and_what_a_colleague_saved_is_not_lost() {
    var wrong = luz.post(annexPage(), form("0"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("1 to 30 days before");

    var seenBefore = form("2");
    luz.post(annexPage(), form("3"));
    var late = luz.post(annexPage(), seenBefore);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("Days before: the reminder");
    assertThat(rule().rule().saidFor(annex.id().value()))
        .filteredOn(one -> one.step() == Step.DAY)
        .allMatch(one -> one.days() == 3);
    assertThat(luz.post(annexPage() + "/return", Map.of("version", "1")).status()).isEqualTo(409);
  }

  @Test
  void the_clinics_own_change_keeps_the_steps_of_its_sites() {
    luz.post(annexPage(), form("2"));
    clinic.practice.run(
        () -> clinic.bean(Rules.class).change(clinic.practice.organization(), now -> now));
    assertThat(rule().rule().sites()).containsOnlyKeys(annex.id().value());
  }

  @Test
  void a_closed_site_is_not_offered_and_another_clinics_is_not_there() {
    clinic.practice.run(
        () -> clinic.bean(Sites.class).setActive(annex.id(), false, annex.version()));
    assertThat(luz.get(page).body()).doesNotContain("Annex");
    assertThat(luz.get(annexPage()).status()).isEqualTo(404);

    var hers = page + "/" + clinic.practice.site().id();
    var stranger =
        Client.on(port).as(world.cookieOf(world.person(Role.SUPERVISOR, world.clinic("Other"))));
    assertThat(stranger.get(hers).status()).isEqualTo(404);
    assertThat(stranger.post(hers, form("2")).status()).isEqualTo(404);
    assertThat(stranger.post(hers + "/return", Map.of("version", "0")).status()).isEqualTo(404);
    assertThat(rule().rule().sites()).isEmpty();
  }

  private void theAnnexIsOpen() {
    cruz = clinic.practice.practitioner("Cruz");
    var role = new PractitionerRole(cruz, annex.id(), "Medicine");
    var sessions = beans.getBean(Sessions.class);
    clinic.practice.run(() -> {
      beans.getBean(Practitioners.class).workAt(cruz, List.of(role));
      for (var day : DayOfWeek.values()) {
        var weekly =
            new Session.Weekly(
                day,
                LocalTime.MIDNIGHT,
                LocalTime.of(23, 59),
                LocalDate.of(2020, 1, 1),
                Optional.empty());
        sessions.add(annex, cruz, Set.of(clinic.followUp), weekly);
      }
    });
  }

  private Visit atAnnex(LocalDateTime start) {
    var where = new Hold.Where(annex.id(), cruz, clinic.followUp);
    var wanted = new TimeWanted(ana, where, WallTime.of(start, annex.zone().orElseThrow()));
    return clinic.practice.ask(() -> clinic.bean(Bookings.class).bookNow(wanted));
  }

  private List<Step> steps(Visit visit) {
    return clinic.lines(visit.id()).stream().map(Entry::step).toList();
  }

  private LocalDateTime due(Visit visit) {
    var at = clinic.line(visit.id(), Step.DAY).dueAt();
    return LocalDateTime.ofInstant(at, annex.zone().orElseThrow());
  }

  private Rules.Said rule() {
    return clinic.practice.ask(() -> clinic.bean(Rules.class).of(clinic.practice.organization()));
  }

  private String annexPage() {
    return page + "/" + annex.id();
  }

  private String version(String address) {
    return FormVersion.of(luz.get(address).body());
  }

  private Map<String, Object> form(String days) {
    var form = new LinkedHashMap<String, Object>();
    form.put("steps", List.of("booked", "moved", "cancelled", "day"));
    form.put("weekDays", "7");
    form.put("weekAt", "10:00");
    form.put("three_daysDays", "3");
    form.put("three_daysAt", "10:00");
    form.put("dayDays", days);
    form.put("dayAt", "11:00");
    form.put("version", version(annexPage()));
    return form;
  }
}
