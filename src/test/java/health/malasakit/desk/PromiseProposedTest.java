package health.malasakit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.ClinicProfiles;
import health.malasakit.directory.Holiday;
import health.malasakit.directory.Span;
import health.malasakit.directory.WeekHours;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Until when something is promised is proposed by the hours of the clinic. */
@MalasakitTest
class PromiseProposedTest {

  private static final ZoneId PHOENIX = ZoneId.of("America/Phoenix");

  private final World world;
  private final ClinicProfiles profiles;
  private final Patients patients;
  private final int port;
  private final LocalDate works = LocalDate.now(PHOENIX).plusDays(2);
  private Organization clinic;

  PromiseProposedTest(
      World world, ClinicProfiles profiles, Patients patients, @LocalServerPort int port) {
    this.world = world;
    this.profiles = profiles;
    this.patients = patients;
    this.port = port;
  }

  @BeforeEach
  void aClinicThatWorksOneMorningAWeek() {
    clinic = world.clinic("Saguaro Bone and Joint");
    var week = new WeekHours(Map.of(works.getDayOfWeek(), List.of(Span.of("09:30-12:15"))));
    change(() -> {
      profiles.describe(clinic.id(), new Clinic.Profile("", "", Optional.of(PHOENIX)), 0);
      profiles.keepHours(clinic.id(), week, 0);
    });
  }

  @Test
  void the_end_of_its_next_day_of_work_is_proposed_about_nobody_and_about_a_patient() {
    var luz = world.person(Role.SCHEDULER, clinic);
    var ana =
        Scopes.call(
            world.scopeOf(luz),
            () ->
                patients.register(
                    clinic.id(),
                    NewPatient.saidByCaller(
                        PersonFacts.named(PatientName.official("Ana", "Reyes")))));
    var client = Client.on(port).as(world.cookieOf(luz));

    assertProposed(client.get("/promises/new").body(), works);
    assertProposed(
        client.get("/patients/" + clinic.slug() + "/" + ana + "/promises/new").body(), works);
  }

  @Test
  void a_holiday_is_no_day_of_work() {
    change(() -> profiles.addHoliday(clinic.id(), Holiday.closed(works, "Founders' Day")));

    assertProposed(page(), works.plusWeeks(1));
  }

  @Test
  void nothing_is_proposed_while_nobody_said_when_it_is_open() {
    clinic = world.clinic("Lakeside Family Medicine");

    assertThat(page()).contains("name=\"hour\" type=\"text\" value=\"\"");
  }

  private String page() {
    var luz = world.person(Role.SCHEDULER, clinic);
    return Client.on(port).as(world.cookieOf(luz)).get("/promises/new").body();
  }

  private static void assertProposed(String page, LocalDate day) {
    assertThat(page).contains("value=\"" + Moments.day(day) + "\"", "value=\"12:15\"");
  }

  private void change(Runnable how) {
    Scopes.run(Scope.job(clinic.id(), "test-world"), how);
  }
}
