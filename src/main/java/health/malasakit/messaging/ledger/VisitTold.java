package health.malasakit.messaging.ledger;

import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.WallTime;
import health.malasakit.messaging.HealthWords;
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
 * @param where an address; empty for a visit by video or telephone
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

  /** As it is said on an open channel: without words of people that tell of a kind of care. */
  VisitTold open() {
    return new VisitTold(
        visit,
        patient,
        site,
        version,
        sequence,
        stands,
        cancelled,
        confirmed,
        start,
        end,
        open(where),
        how,
        link,
        open(prepare));
  }

  private static String open(String words) {
    return HealthWords.tell(words) ? "" : words;
  }

  @Override
  public String toString() {
    return "VisitTold[" + visit + "]";
  }
}
