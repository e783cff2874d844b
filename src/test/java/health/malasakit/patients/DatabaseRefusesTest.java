package health.malasakit.patients;

import static health.malasakit.patients.PatientSamples.ana;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.MalasakitTest;
import health.malasakit.TestDatabase;
import health.malasakit.World;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database refuses whoever asks: the dead and the unsafe. */
@MalasakitTest
class DatabaseRefusesTest {

  private static final Instant NOON_IN_NEW_YORK = Instant.parse("2026-11-24T17:00:00Z");
  private static final Instant EVENING_IN_NEW_YORK = Instant.parse("2026-11-25T01:30:00Z");

  private final World world;
  private final Patients patients;
  private final Lives lives;
  private final SafeContacts safeContacts;
  private OrganizationId clinic;
  private PatientId her;

  DatabaseRefusesTest(World world, Patients patients, Lives lives, SafeContacts safeContacts) {
    this.world = world;
    this.patients = patients;
    this.lives = lives;
    this.safeContacts = safeContacts;
    this.clinic = OrganizationId.next();
    this.her = PatientId.next();
  }

  @BeforeEach
  void register() {
    clinic = world.clinic("Lakeside Family Medicine").id();
    her = call(() -> patients.register(clinic, NewPatient.saidByCaller(ana())));
  }

  @Test
  void nothing_is_booked_or_sent_from_the_second_somebody_said_that_she_died() {
    run(() -> lives.reportDeceased(clinic, her, "her daughter Rosa, by phone", Optional.empty()));

    assertThat(call(() -> lives.mayBeBooked(clinic, her)).orElseThrow().sentence())
        .contains("condolences");
    assertThat(call(() -> lives.mayBeContacted(clinic, her))).isPresent();
    assertThatThrownBy(() -> insert("refuse_deceased()", "(212) 555-0123", NOON_IN_NEW_YORK))
        .hasMessageContaining("deceased");
    assertThatThrownBy(
            () -> insert("refuse_unsafe_contact('address', 'at')", "2125550123", NOON_IN_NEW_YORK))
        .hasMessageContaining("may not be contacted");
  }

  @Test
  void a_mistaken_word_of_a_death_can_be_taken_back_and_stays_in_the_history() throws SQLException {
    run(() -> lives.reportDeceased(clinic, her, "a neighbour", Optional.empty()));
    run(() -> lives.takeBack(clinic, her));

    insert("refuse_deceased()", "", NOON_IN_NEW_YORK);
    assertThat(call(() -> patients.history(clinic, her)))
        .extracting(FactChange::after)
        .containsExactly("no", "reported:a neighbour");
    assertThat(call(() -> patients.history(clinic, her)))
        .extracting(FactChange::afterWords)
        .containsExactly("living", "reported by a neighbour");
  }

  @Test
  void a_report_says_who_said_so() {
    assertThatThrownBy(() -> run(() -> lives.reportDeceased(clinic, her, "  ", Optional.empty())))
        .hasMessageContaining("who said so");
  }

  @Test
  void safe_contact_lets_one_number_through_in_its_hours_and_no_other() throws SQLException {
    run(() ->
        safeContacts.set(
            clinic,
            her,
            new SafeContact(
                List.of("(646) 555-0100"),
                List.of("ana@example.org"),
                Optional.of(
                    new SafeContact.Hours(
                        LocalTime.of(9, 0), LocalTime.of(17, 0), ZoneId.of("America/New_York"))),
                "Say you are from the library.")));
    String trigger = "refuse_unsafe_contact('address', 'at')";

    insert(trigger, "+1 646 555 0100", NOON_IN_NEW_YORK);
    insert(trigger, "Ana@Example.org", NOON_IN_NEW_YORK);
    assertThatThrownBy(() -> insert(trigger, "(212) 555-0123", NOON_IN_NEW_YORK))
        .hasMessageContaining("may not be contacted");
    assertThatThrownBy(() -> insert(trigger, "+1 646 555 0100", EVENING_IN_NEW_YORK))
        .hasMessageContaining("may not be contacted");
    assertThat(call(() -> safeContacts.mayContact(clinic, her, "6465550100", NOON_IN_NEW_YORK)))
        .isTrue();
  }

  /** A table of another module with one of our triggers, as long as one insert lasts. */
  private void insert(String trigger, String address, Instant at) throws SQLException {
    try (Connection other = TestDatabase.superuser(TestDatabase.address());
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute(
          "create temp table probe (organization_id uuid, patient_id uuid, address text, at timestamptz)"
              + " on commit drop");
      statement.execute(
          "create trigger refuses before insert on probe for each row execute function patients."
              + trigger);
      statement.execute(
          "insert into probe values ('%s', '%s', '%s', '%s')".formatted(clinic, her, address, at));
      other.rollback();
    }
  }

  private void run(Runnable work) {
    Scopes.run(Scope.job(clinic, "test"), work);
  }

  private <T> T call(java.util.function.Supplier<T> work) {
    return Scopes.call(Scope.job(clinic, "test"), work::get);
  }
}
