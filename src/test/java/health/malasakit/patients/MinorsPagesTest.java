package health.malasakit.patients;

import static health.malasakit.patients.PatientSamples.ana;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Organizations;
import health.malasakit.access.Role;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From which age visits may be confidential, and which numbers are the patient's alone. */
@MalasakitTest
class MinorsPagesTest {

  private final World world;
  private final Organizations organizations;
  private final Patients patients;
  private final Organization clinic;
  private final String minors;
  private final int port;

  MinorsPagesTest(
      World world, Organizations organizations, Patients patients, @LocalServerPort int port) {
    this.world = world;
    this.organizations = organizations;
    this.patients = patients;
    this.port = port;
    this.clinic = world.clinic("Lakeside Family Medicine");
    this.minors = "/clinics/" + clinic.slug() + "/minors";
  }

  @Test
  void the_clinics_word_is_written_down_by_name_and_day_and_can_be_taken_back() {
    var supervisor = as(Role.SUPERVISOR);
    assertThat(supervisor.get(minors).body())
        .contains("This clinic has not said yet from which age", "Not verified", "Guttmacher");

    var said =
        Map.of(
            "age", "14", "covers", "Counselling", "saidBy", "Dr. Ana Reyes", "saidOn", "1/2/2026");
    assertThat(supervisor.post(minors, said).status()).isEqualTo(303);

    assertThat(supervisor.get(minors).body())
        .contains("From 14 years a visit may be confidential")
        .contains("For: Counselling. Said by Dr. Ana Reyes.", "2 Jan 2026");
    supervisor.post(minors, Map.of("back", "yes", "saidBy", "Dr. Ana Reyes"));
    assertThat(supervisor.get(minors).body())
        .contains("This clinic has not said yet", "The clinic took its word back", "From 14 years");
  }

  @Test
  void what_says_too_little_is_asked_again_beside_its_field() {
    var supervisor = as(Role.SUPERVISOR);

    var noAge = supervisor.post(minors, Map.of("age", "twelve", "covers", "x", "saidBy", "Dr. R"));
    assertThat(noAge.status()).isEqualTo(422);
    assertThat(noAge.body()).contains("age-error", "whole years", "twelve");
    assertThat(supervisor.post(minors, Map.of("age", "21", "covers", "x", "saidBy", "R")).body())
        .contains("age-error");
    assertThat(supervisor.post(minors, Map.of("age", "12", "saidBy", "Dr. R")).body())
        .contains("covers-error");
    assertThat(supervisor.post(minors, Map.of("age", "12", "covers", "x")).body())
        .contains("saidBy-error");
    var tomorrow = Map.of("age", "12", "covers", "x", "saidBy", "R", "saidOn", "12/31/2099");
    assertThat(supervisor.post(minors, tomorrow).body()).contains("saidOn-error");
    assertThat(supervisor.get(minors).body()).contains("Nothing so far");
  }

  @Test
  void another_age_of_majority_that_we_read_stands_beside_18_as_not_verified() {
    var id = OrganizationId.next();
    var alabama = new Organization(id, "c-" + id.value(), "Bayou Family Medicine", "AL");
    organizations.create(alabama);
    var there = Client.on(port).as(world.cookieOf(world.person(Role.SUPERVISOR, alabama)));

    assertThat(there.get("/clinics/" + alabama.slug() + "/minors").body())
        .contains(
            "A parent's right ends at 18", "We have read 19 years", "It decides nothing here");
    assertThat(as(Role.SUPERVISOR).get(minors).body())
        .contains("A parent's right ends at 18")
        .doesNotContain("for this state");
  }

  @Test
  void a_scheduler_reads_the_rule_and_does_not_set_it() {
    var scheduler = as(Role.SCHEDULER);

    assertThat(scheduler.get(minors).body())
        .contains("This clinic has not said yet")
        .doesNotContain("Write it down");
    assertThat(scheduler.post(minors, Map.of("age", "12", "covers", "x", "saidBy", "R")).status())
        .isEqualTo(403);
    var elsewhere = world.clinic("Harbor Family Clinic");
    assertThat(scheduler.get("/clinics/" + elsewhere.slug() + "/minors").status()).isEqualTo(404);
  }

  @Test
  void the_numbers_of_the_patient_alone_stand_under_who_speaks_and_a_shared_one_is_named() {
    var her =
        Scopes.call(
            Scope.job(clinic.id(), "test"),
            () -> patients.register(clinic.id(), NewPatient.saidByCaller(ana())));
    var scheduler = as(Role.SCHEDULER);
    var care = "/patients/" + clinic.slug() + "/" + her;
    scheduler.post(
        care + "/representatives",
        Map.of(
            "version",
            1,
            "name",
            "Rosa",
            "basis",
            "parental",
            "may",
            "ask",
            "phone",
            "(212) 555-0199"));

    var sent =
        scheduler.post(
            care + "/own-channels",
            Map.of("version", 2, "own", "(646) 555-0100\n(212) 555-0199\nana@x.org"));

    assertThat(sent.status()).isEqualTo(303);
    assertThat(scheduler.get(care + "/care").body())
        .contains("(646) 555-0100", "ana@x.org", "Not used: somebody else has it too.");
    assertThat(
            scheduler.post(care + "/own-channels", Map.of("version", 3, "own", "no number")).body())
        .contains("own-error", "no number");
  }

  private Client as(Role role) {
    return Client.on(port).as(world.cookieOf(world.person(role, clinic)));
  }
}
