package health.malasakit.patients;

import static health.malasakit.patients.PatientSamples.ana;
import static health.malasakit.patients.PatientSamples.mobile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.MalasakitTest;
import health.malasakit.TestDatabase;
import health.malasakit.World;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.patients.speaking.MinorRule;
import health.malasakit.patients.speaking.MinorRules;
import health.malasakit.patients.speaking.NewRepresentative;
import health.malasakit.patients.speaking.Representatives;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is confidential reaches the patient alone: the database refuses every other channel. */
@MalasakitTest
class OwnChannelsTest {

  private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");
  private static final String HERS = "(646) 555-0100";
  private static final String MOTHERS = "(212) 555-0199";

  private final World world;
  private final Patients patients;
  private final OwnChannels channels;
  private final SafeContacts safeContacts;
  private final Representatives representatives;
  private final MinorRules rules;
  private OrganizationId clinic;
  private PatientId her;

  OwnChannelsTest(
      World world,
      Patients patients,
      OwnChannels channels,
      SafeContacts safeContacts,
      Representatives representatives,
      MinorRules rules) {
    this.world = world;
    this.patients = patients;
    this.channels = channels;
    this.safeContacts = safeContacts;
    this.representatives = representatives;
    this.rules = rules;
    this.clinic = OrganizationId.next();
    this.her = PatientId.next();
  }

  @BeforeEach
  void register() {
    clinic = world.clinic("Lakeside Family Medicine").id();
    her = call(() -> patients.register(clinic, NewPatient.saidByCaller(ana())));
    run(() ->
        representatives.add(
            clinic, her, NewRepresentative.parent("Rosa Reyes", "mother", MOTHERS)));
  }

  @Test
  void a_channel_that_she_has_not_named_as_her_own_is_refused_even_from_her_file()
      throws SQLException {
    assertThat(alone("(212) 555-0123")).isFalse();
    run(() -> channels.set(clinic, her, List.of(HERS, "Ana@Example.org")));

    send("+1 646 555 0100", true);
    send("ana@example.org", true);
    send("(212) 555-0123", false);
    assertThatThrownBy(() -> send("(212) 555-0123", true)).hasMessageContaining("not be contacted");
    assertThat(alone(HERS)).isTrue();
    assertThat(alone("mother@example.org")).isFalse();
  }

  @Test
  void her_mothers_number_is_never_her_own_whoever_typed_it_there() throws SQLException {
    run(() -> channels.set(clinic, her, List.of(MOTHERS)));

    assertThat(alone("+1 212 555 0199")).isFalse();
    assertThatThrownBy(() -> send(MOTHERS, true)).hasMessageContaining("not be contacted");
    send(MOTHERS, false);
    assertThat(call(() -> channels.of(clinic, her)))
        .containsExactly(new OwnChannels.Channel(MOTHERS, false));
  }

  @Test
  void a_number_that_another_patient_shares_is_refused_from_the_moment_it_is_shared() {
    run(() -> channels.set(clinic, her, List.of(HERS)));
    assertThat(alone(HERS)).isTrue();

    var brother =
        PersonFacts.named(PatientName.official("Ben", "Reyes"))
            .edit()
            .phones(List.of(mobile(HERS)))
            .done();
    run(() -> patients.register(clinic, NewPatient.saidByCaller(brother)));

    assertThat(alone(HERS)).isFalse();
  }

  @Test
  void safe_contact_stands_above_her_own_channels() {
    run(() -> channels.set(clinic, her, List.of(HERS)));
    run(() ->
        safeContacts.set(
            clinic,
            her,
            new SafeContact(List.of("(917) 555-0150"), List.of(), Optional.empty(), "")));

    assertThat(alone(HERS)).isFalse();
    assertThat(alone("(917) 555-0150")).isFalse();
  }

  @Test
  void nothing_is_confidential_before_the_age_that_the_clinic_said() throws SQLException {
    var rule = new MinorRule(Optional.of(14), "counselling", "Dr. Reyes", LocalDate.EPOCH);
    var birthday = ana().birthDate().orElseThrow().plusYears(14);

    assertThatThrownBy(() -> keep(birthday)).hasMessageContaining("has not said");
    run(() -> rules.say(clinic, rule));
    keep(birthday);
    assertThatThrownBy(() -> keep(birthday.minusDays(1))).hasMessageContaining("has not said");
    run(() -> rules.say(clinic, new MinorRule(Optional.empty(), "", "Dr. Reyes", LocalDate.EPOCH)));
    assertThatThrownBy(() -> keep(birthday)).hasMessageContaining("has not said");
    assertThat(call(() -> rules.standing(clinic))).isEmpty();
    assertThat(call(() -> rules.history(clinic))).hasSize(2);
  }

  private boolean alone(String reached) {
    return call(() -> channels.mayContactAlone(clinic, her, reached, NOON));
  }

  /** A message of another module, as long as one insert lasts. */
  private void send(String address, boolean confidential) throws SQLException {
    probe(
        "refuse_unsafe_contact('address', 'at', 'confidential')",
        "'%s', '%s', %s, null".formatted(address, NOON, confidential));
  }

  private void keep(LocalDate day) throws SQLException {
    probe("refuse_confidential('day')", "'', null, true, '%s'".formatted(day.atTime(9, 0)));
  }

  private void probe(String trigger, String values) throws SQLException {
    try (Connection other = TestDatabase.superuser(TestDatabase.address());
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute(
          "create temp table probe (organization_id uuid, patient_id uuid, address text, at timestamptz,"
              + " confidential boolean, day timestamp) on commit drop");
      statement.execute(
          "create trigger refuses before insert on probe for each row execute function patients."
              + trigger);
      statement.execute("insert into probe values ('%s', '%s', %s)".formatted(clinic, her, values));
      other.rollback();
    }
  }

  private void run(Runnable work) {
    Scopes.run(Scope.job(clinic, "test"), work);
  }

  private <T> T call(Supplier<T> work) {
    return Scopes.call(Scope.job(clinic, "test"), work::get);
  }
}
