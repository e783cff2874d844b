package health.malasakit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.records.BreakGlass;
import health.malasakit.access.records.RecordGate;
import health.malasakit.access.records.RecordMark;
import health.malasakit.access.records.RestrictedRecords;
import health.malasakit.access.records.Restrictions;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@MalasakitTest
class RecordGateTest {

  private static final String REASON = "She is on the phone about her visit tomorrow.";

  private static final String FOUND = "The call is in the log; she asked for her visit.";

  private final World world;
  private final RestrictedRecords restricted;
  private final Restrictions restrictions;
  private final RecordGate gate;
  private final BreakGlass glass;

  RecordGateTest(
      World world,
      RestrictedRecords restricted,
      Restrictions restrictions,
      RecordGate gate,
      BreakGlass glass) {
    this.world = world;
    this.restricted = restricted;
    this.restrictions = restrictions;
    this.gate = gate;
    this.glass = glass;
  }

  @Test
  void a_restricted_record_opens_for_whom_gave_a_reason_and_for_nobody_else() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var patient = marked(clinic);
    var nurse = world.person(Role.NURSE, clinic);
    var scheduler = world.person(Role.SCHEDULER, clinic);

    Scopes.run(
        world.scopeOf(nurse),
        () -> {
          assertThatThrownBy(() -> gate.check(clinic.id(), patient)).hasMessageContaining("reason");
          glass.open(clinic.id(), patient, REASON);
          gate.check(clinic.id(), patient);
        });
    Scopes.run(
        world.scopeOf(scheduler),
        () -> {
          assertThat(gate.closed(clinic.id(), List.of(patient, PatientId.next())))
              .containsExactly(patient);
          assertThatThrownBy(() -> glass.open(clinic.id(), patient, REASON))
              .isInstanceOf(Refused.class);
        });
  }

  @Test
  void break_glass_never_lifts_the_location_gate() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var patient = marked(clinic);
    Scopes.run(
        world.scopeOf(world.person(Role.PRIVACY_OFFICER, clinic)),
        () -> restrictions.hide(clinic.id(), patient, "PH", "state Medicaid contract"));

    Scopes.run(
        world.scopeOf(world.person(Role.NURSE, clinic)),
        () ->
            assertThatThrownBy(() -> glass.open(clinic.id(), patient, REASON))
                .isInstanceOfSatisfying(
                    Refused.class, no -> assertThat(no.kind()).isEqualTo(Refused.Kind.NOT_FOUND)));
  }

  @Test
  void each_opening_is_reviewed_by_somebody_else() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var patient = marked(clinic);
    Scopes.run(
        world.scopeOf(world.person(Role.NURSE, clinic)),
        () -> glass.open(clinic.id(), patient, REASON));

    Scopes.run(
        world.scopeOf(world.person(Role.PRIVACY_OFFICER, clinic)),
        () -> {
          var opening = glass.toReview(clinic.id()).getFirst();
          assertThat(opening.reason()).isEqualTo(REASON);
          assertThat(glass.waiting(clinic.id(), opening.openedAt()).overdue()).isZero();
          assertThat(glass.waiting(clinic.id(), opening.openedAt().plusMillis(1)))
              .isEqualTo(new BreakGlass.Waiting(1, 1, Optional.of(opening.openedAt())));
          assertThatThrownBy(() -> glass.review(clinic.id(), opening.id(), justified("  ")))
              .hasMessageContaining("Write what you found");

          glass.review(clinic.id(), opening.id(), justified(FOUND));

          assertThat(glass.toReview(clinic.id())).isEmpty();
          assertThat(glass.reviewed(clinic.id()))
              .extracting(BreakGlass.Reviewed::found)
              .containsExactly(justified(FOUND));
          assertThatThrownBy(() -> glass.review(clinic.id(), opening.id(), justified("again")))
              .hasMessageContaining("reviewed already");
        });
  }

  private static BreakGlass.Found justified(String words) {
    return new BreakGlass.Found(BreakGlass.Finding.JUSTIFIED, words);
  }

  @Test
  void only_the_privacy_officer_marks_and_hides() {
    var clinic = world.clinic("Lakeside Family Medicine");
    Scopes.run(
        world.scopeOf(world.person(Role.SUPERVISOR, clinic)),
        () -> {
          assertThatThrownBy(() -> restricted.mark(clinic.id(), PatientId.next(), RecordMark.VIP))
              .isInstanceOf(Refused.class);
          assertThatThrownBy(
                  () -> restrictions.hide(clinic.id(), PatientId.next(), "PH", "contract"))
              .isInstanceOf(Refused.class);
        });
  }

  private PatientId marked(Organization clinic) {
    var patient = PatientId.next();
    Scopes.run(
        world.scopeOf(world.person(Role.PRIVACY_OFFICER, clinic)),
        () -> restricted.mark(clinic.id(), patient, RecordMark.VIP));
    return patient;
  }
}
