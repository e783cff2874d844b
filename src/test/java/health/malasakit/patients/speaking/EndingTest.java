package health.malasakit.patients.speaking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import org.junit.jupiter.api.Test;

@MalasakitTest
class EndingTest {

  private final World world;
  private final Patients patients;
  private final Representatives representatives;

  EndingTest(World world, Patients patients, Representatives representatives) {
    this.world = world;
    this.patients = patients;
    this.representatives = representatives;
  }

  @Test
  void a_representative_is_ended_through_her_own_patient_and_no_other() {
    var clinic = world.clinic("Harbor Family Clinic");
    var ana = patient(clinic, "Ana");
    var bea = patient(clinic, "Bea");

    Scopes.run(
        world.scopeOf(world.person(Role.SCHEDULER, clinic)),
        () -> {
          var mother = NewRepresentative.parent("Rosa Reyes", "mother", "");
          var id = representatives.add(clinic.id(), ana, mother);

          assertThatExceptionOfType(Refused.class)
              .isThrownBy(() -> representatives.end(clinic.id(), bea, id));
          assertThat(why(clinic, ana)).isNotEqualTo(Speaker.Why.ENDED_BY_A_PERSON);

          representatives.end(clinic.id(), ana, id);
          assertThat(why(clinic, ana)).isEqualTo(Speaker.Why.ENDED_BY_A_PERSON);
        });
  }

  private Speaker.Why why(Organization clinic, PatientId patient) {
    return representatives.speakingFor(clinic.id(), patient).getFirst().why();
  }

  private PatientId patient(Organization clinic, String given) {
    var facts = PersonFacts.named(PatientName.official(given, "Reyes"));
    return Scopes.call(
        Scope.job(clinic.id(), "test"),
        () -> patients.register(clinic.id(), NewPatient.saidByCaller(facts)));
  }
}
