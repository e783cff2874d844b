package health.malasakit.scheduling;

import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.SiteId;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A time kept for a patient while a specialist books it.
 *
 * @param moves the visit that will move to this time; empty for a new one
 */
public record Hold(
    HoldId id,
    OrganizationId organization,
    PatientId patient,
    Where where,
    VisitTime time,
    Optional<VisitId> moves,
    AccountId by,
    Instant heldAt,
    Instant until) {

  /** A hold that nobody renews is gone after this. */
  public static final Duration LENGTH = Duration.ofMinutes(5);

  /** However often it is renewed, it is gone after this. */
  public static final Duration LENGTH_MAX = Duration.ofMinutes(20);

  /** Site, practitioner and kind of visit. */
  public record Where(SiteId site, PractitionerId practitioner, VisitTypeId type) {}

  /** When it ends if it is renewed now; its last end when it cannot be renewed any more. */
  Instant renewedUntil(Instant now) {
    var last = heldAt.plus(LENGTH_MAX);
    var next = now.plus(LENGTH);
    return next.isBefore(last) ? next : last;
  }

  @Override
  public String toString() {
    return "Hold[" + id + "]";
  }
}
