package health.malasakit.inquiries.outbound;

import health.malasakit.kernel.Refused;
import java.time.LocalTime;

/**
 * The hours in which a patient asked to be called.
 *
 * @param from on her own clock
 * @param until later than from
 * @param saidBy who said so: she herself, or whoever answered
 */
public record Wish(LocalTime from, LocalTime until, String saidBy) {

  private static final int SAID_BY_LENGTH_MAX = 120;

  /** Refuses hours that end before they begin, and a wish that nobody said. */
  public Wish {
    if (!from.isBefore(until)) {
      throw Refused.invalid("call_back.wish").onField("from");
    }
    saidBy = saidBy(saidBy);
  }

  /** Who asked for an hour that is none of the usual ones. */
  static String saidBy(String typed) {
    var who = typed.strip();
    if (who.isEmpty() || who.length() > SAID_BY_LENGTH_MAX) {
      throw Refused.invalid("call_back.said_by", SAID_BY_LENGTH_MAX).onField("saidBy");
    }
    return who;
  }

  boolean covers(LocalTime hour) {
    return !hour.isBefore(from) && hour.isBefore(until);
  }

  @Override
  public String toString() {
    return "Wish[" + from + " " + until + "]";
  }
}
