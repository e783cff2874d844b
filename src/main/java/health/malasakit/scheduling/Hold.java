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
 * @param despite why it is booked though its kind is not for this patient; empty where it is
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
    Instant until,
    String despite) {

  /** A hold that nobody renews is gone after this. */
  public static final Duration LENGTH = Duration.ofMinutes(5);

  /** A hold whose page was left is gone after this, unless the page was only read again. */
  public static final Duration LENGTH_ONCE_LEFT = Duration.ofSeconds(10);

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

  /** When it ends now that its page was left; never later than before. */
  Instant leftUntil(Instant now) {
    var soon = now.plus(LENGTH_ONCE_LEFT);
    return soon.isBefore(until) ? soon : until;
  }

  /** The same until another moment. */
  Hold lasting(Instant end) {
    return new Hold(id, organization, patient, where, time, moves, by, heldAt, end, despite);
  }

  @Override
  public String toString() {
    return "Hold[" + id + "]";
  }
}
