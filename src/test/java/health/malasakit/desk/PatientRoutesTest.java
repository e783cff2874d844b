package health.malasakit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@MalasakitTest
class PatientRoutesTest {

  private final World world;
  private final Patients patients;
  private final int port;

  PatientRoutesTest(World world, Patients patients, @LocalServerPort int port) {
    this.world = world;
    this.patients = patients;
    this.port = port;
  }

  @Test
  void another_clinics_patient_and_nobody_have_one_answer() {
    var mine = world.clinic("Harbor Family Clinic");
    var other = world.clinic("Three Lakes Orthopedics");
    var stranger = ana(other);
    var her = Client.on(port).as(world.cookieOf(world.person(Role.SCHEDULER, mine)));

    var elsewhere = her.get("/patients/" + mine.slug() + "/" + stranger);
    var otherClinic = her.get("/patients/" + other.slug() + "/" + stranger);
    var nobody = her.get("/patients/" + mine.slug() + "/" + PatientId.next());

    assertThat(elsewhere.status()).isEqualTo(404);
    assertThat(sentence(elsewhere)).isEqualTo(sentence(nobody));
    assertThat(sentence(otherClinic)).isEqualTo(sentence(nobody));
    assertThat(her.get("/patients/" + mine.slug() + "/" + stranger + "/coverage/new").status())
        .isEqualTo(404);
    assertThat(her.get("/patients/" + mine.slug() + "/" + stranger + "/promises/new").status())
        .isEqualTo(404);
  }

  @Test
  void a_clinic_may_be_named_by_slug_or_id_and_an_administrator_sees_no_patient() {
    var clinic = world.clinic("Harbor Family Clinic");
    var patient = ana(clinic);
    var nurse = Client.on(port).as(world.cookieOf(world.person(Role.NURSE, clinic)));
    var administrator =
        Client.on(port).as(world.cookieOf(world.person(Role.ADMINISTRATOR, clinic)));

    assertThat(nurse.get("/patients/" + clinic.slug() + "/" + patient).status()).isEqualTo(200);
    assertThat(nurse.get("/patients/" + clinic.id() + "/" + patient).status()).isEqualTo(200);
    assertThat(administrator.get("/patients/" + clinic.slug() + "/" + patient).status())
        .isEqualTo(403);
  }

  private PatientId ana(Organization clinic) {
    var facts = PersonFacts.named(PatientName.official("Ana", "Reyes"));
    return Scopes.call(
        Scope.job(clinic.id(), "test"),
        () -> patients.register(clinic.id(), NewPatient.saidByCaller(facts)));
  }

  private static String sentence(Client.Answer answer) {
    var body = answer.body();
    return body.substring(body.indexOf("<main"), body.indexOf("</main>"))
        .replaceAll("value=\"[^\"]*\"", "")
        .replaceAll("\\d\\d:\\d\\d", "");
  }
}
