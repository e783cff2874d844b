package health.malasakit.coverage;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@MalasakitTest
class PoliciesTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  private final World world;
  private final Policies policies;

  private final Patients patients;

  PoliciesTest(World world, Policies policies, Patients patients) {
    this.patients = patients;
    this.world = world;
    this.policies = policies;
  }

  @Test
  void a_corrected_coverage_stands_alone_but_a_past_visit_keeps_the_old_one() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var patient = patientOf(clinic);
    var scope = world.scopeOf(world.person(Role.INSURANCE, clinic));

    var old =
        Scopes.call(scope, () -> policies.enter(clinic.id(), patient, facts("Blue River Health")));
    var visit = Instant.now();
    var corrected =
        Scopes.call(
            scope, () -> policies.correct(clinic.id(), patient, old, facts("Red Rock Mutual")));

    assertThat(Scopes.call(scope, () -> policies.onFile(clinic.id(), patient)))
        .extracting(Policy::id)
        .containsExactly(corrected);
    assertThat(Scopes.call(scope, () -> policies.of(clinic.id(), patient, visit, MONDAY)))
        .extracting(Policy::id)
        .containsExactly(old);
  }

  @Test
  void two_people_correcting_one_coverage_at_once_do_not_overwrite_each_other() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var patient = patientOf(clinic);
    var scope = world.scopeOf(world.person(Role.INSURANCE, clinic));
    var old = Scopes.call(scope, () -> policies.enter(clinic.id(), patient, facts("Blue River")));
    Scopes.call(scope, () -> policies.correct(clinic.id(), patient, old, facts("Red Rock")));

    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() ->
            Scopes.call(
                scope, () -> policies.correct(clinic.id(), patient, old, facts("Green Hill"))))
        .returns("coverage.changed", Refused::code);
    assertThat(Scopes.call(scope, () -> policies.onFile(clinic.id(), patient)))
        .extracting(policy -> policy.facts().payer())
        .containsExactly("Red Rock");
  }

  @Test
  void medicaid_without_a_state_is_refused_beside_the_field() {
    var facts =
        new PolicyFacts(
            "Medicaid",
            Programme.MEDICAID,
            Optional.empty(),
            "",
            "",
            Subscriber.SELF,
            "",
            1,
            Optional.empty(),
            Optional.empty(),
            Basis.CALLER);

    assertThatExceptionOfType(Refused.class)
        .isThrownBy(facts::checked)
        .returns(Optional.of("state"), Refused::field);
  }

  @Test
  void the_same_coverage_in_a_second_file_widens_its_days_and_is_not_doubled() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var patient = patientOf(clinic);

    assertThat(take(clinic, patient, MONDAY)).isEqualTo(Policies.Taken.CREATED);
    assertThat(take(clinic, patient, MONDAY)).isEqualTo(Policies.Taken.UNCHANGED);
    assertThat(take(clinic, patient, MONDAY.plusYears(1))).isEqualTo(Policies.Taken.UPDATED);
    assertThat(
            Scopes.call(
                Scope.job(clinic.id(), "test"), () -> policies.onFile(clinic.id(), patient)))
        .singleElement()
        .extracting(Policy::seen)
        .isEqualTo(Optional.of(new Policy.Seen(MONDAY, MONDAY.plusYears(1))));
  }

  private PatientId patientOf(Organization clinic) {
    var ana = PersonFacts.named(PatientName.official("Ana", "Reyes"));
    return Scopes.call(
        Scope.job(clinic.id(), "test"),
        () -> patients.register(clinic.id(), NewPatient.saidByCaller(ana)));
  }

  private Policies.Taken take(Organization clinic, PatientId patient, LocalDate day) {
    var incoming =
        new IncomingPolicy(
            new PolicyFacts(
                "Blue River Health",
                Programme.COMMERCIAL,
                Optional.empty(),
                "",
                "",
                Subscriber.SELF,
                "",
                1,
                Optional.empty(),
                Optional.empty(),
                Basis.FILE),
            Optional.of(new Policy.Seen(day, day)),
            "fhir");
    return Scopes.call(
        Scope.job(clinic.id(), "import"), () -> policies.incoming(clinic.id(), patient, incoming));
  }

  private static PolicyFacts facts(String payer) {
    return new PolicyFacts(
        payer,
        Programme.COMMERCIAL,
        Optional.empty(),
        "PPO Gold",
        "XH123456",
        Subscriber.SELF,
        "",
        1,
        Optional.empty(),
        Optional.empty(),
        Basis.CARD);
  }
}
