package health.malasakit.inquiries.outbound;

import health.malasakit.inquiries.CallId;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Phone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * A number was dialled for a patient.
 *
 * @param zone the patient's
 * @param despite why, although the clinic's rule spoke against it; empty when it did not
 * @param result empty while it rings
 * @param later when whoever answered asked to be called; empty for every other result
 * @param call opened when somebody answered
 */
public record Attempt(
    UUID id,
    CallBackId callBack,
    Phone number,
    ZoneId zone,
    Instant begunAt,
    AccountId by,
    String despite,
    Optional<Result> result,
    Optional<Instant> later,
    Optional<CallId> call) {

  /** A part of a day of hers: what is tried in it counts as one attempt. */
  record Turn(LocalDate day, DayPart part) {

    static Turn of(Instant at, ZoneId zone) {
      var there = at.atZone(zone);
      return new Turn(there.toLocalDate(), DayPart.of(LocalTime.from(there)));
    }
  }

  Turn turn() {
    return Turn.of(begunAt, zone);
  }

  /** In which part of her day it was. */
  public DayPart part() {
    return turn().part();
  }

  /** Whether nobody was reached by it, so that another follows. */
  public boolean unanswered() {
    return result.filter(Result::unanswered).isPresent();
  }

  /** A number belongs to a person. */
  @Override
  public String toString() {
    return "Attempt[" + id + "]";
  }
}
