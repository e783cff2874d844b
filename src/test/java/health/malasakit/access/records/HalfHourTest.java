package health.malasakit.access.records;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionTemplate;

/** A record that was opened with a reason closes by itself. */
@MalasakitTest
class HalfHourTest {

  private final World world;
  private final RestrictedRecords restricted;
  private final BreakGlass glass;
  private final BreakGlassStore store;
  private final StaffProfiles profiles;
  private final ObjectProvider<OwnRecord> own;
  private final ObjectProvider<CallerGate> callers;
  private final Audit audit;
  private final Clock clock;
  private final TransactionTemplate transactions;

  HalfHourTest(
      World world,
      RestrictedRecords restricted,
      BreakGlass glass,
      BreakGlassStore store,
      StaffProfiles profiles,
      ObjectProvider<OwnRecord> own,
      ObjectProvider<CallerGate> callers,
      Audit audit,
      Clock clock,
      TransactionTemplate transactions) {
    this.world = world;
    this.restricted = restricted;
    this.glass = glass;
    this.store = store;
    this.profiles = profiles;
    this.own = own;
    this.callers = callers;
    this.audit = audit;
    this.clock = clock;
    this.transactions = transactions;
  }

  @Test
  void a_record_that_was_opened_with_a_reason_closes_again_after_thirty_minutes() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var patient = PatientId.next();
    Scopes.run(
        world.scopeOf(world.person(Role.PRIVACY_OFFICER, clinic)),
        () -> restricted.mark(clinic.id(), patient, RecordMark.VIP));

    Scopes.run(
        world.scopeOf(world.person(Role.NURSE, clinic)),
        () -> {
          assertThat(closedAfter(Duration.ZERO, clinic, patient)).containsExactly(patient);
          glass.open(clinic.id(), patient, "She is on the phone about her visit tomorrow.");

          assertThat(closedAfter(Duration.ofMinutes(29), clinic, patient)).isEmpty();
          assertThat(closedAfter(Duration.ofMinutes(30), clinic, patient)).containsExactly(patient);
        });
  }

  /** What the gate keeps closed, that much later. */
  private Set<PatientId> closedAfter(Duration later, Organization clinic, PatientId patient) {
    var then = Clock.offset(clock, later);
    var gate = new RecordGate(restricted, store, profiles, own, callers, audit, then);
    var closed = transactions.execute(status -> gate.closed(clinic.id(), List.of(patient)));
    return java.util.Objects.requireNonNull(closed);
  }
}
