package health.malasakit.messaging.ledger;

import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.WallTime;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A visit as far as it is told in a message.
 *
 * @param version at which it was booked, moved or cancelled last
 * @param sequence rises with every change, for calendars
 * @param stands booked, and still to come
 * @param cancelled not to come, by an act of somebody
 * @param confirmed she said that she comes
 * @param where an address without the name of a kind of care; empty for a visit by video or
 *     telephone
 * @param how in person, by video or by telephone
 * @param link how to join by video
 * @param prepare in the clinic's words; empty where there is nothing
 */
public record VisitTold(
    UUID visit,
    PatientId patient,
    UUID site,
    int version,
    int sequence,
    boolean stands,
    boolean cancelled,
    boolean confirmed,
    WallTime start,
    Instant end,
    String where,
    How how,
    Optional<String> link,
    String prepare) {

  /** How the two meet. */
  public enum How {
    IN_PERSON,
    VIDEO,
    PHONE
  }

  @Override
  public String toString() {
    return "VisitTold[" + visit + "]";
  }
}
