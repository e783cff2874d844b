package health.malasakit.messaging.ledger;

import health.malasakit.kernel.Refused;
import java.time.LocalTime;

/**
 * Hours of one day on a wall.
 *
 * @param until later than {@code from}, and not in it any more
 */
public record Window(LocalTime from, LocalTime until) {

  /** The outer bound for everyone: 47 CFR 64.1200(c)(1) and 12 CFR 1006.6 (secondary, verify). */
  public static final Window OUTER = new Window(LocalTime.of(8, 0), LocalTime.of(21, 0));

  /** Refuses what is no stretch of time. */
  public Window {
    if (!from.isBefore(until)) {
      throw Refused.invalid("sending_hours.order");
    }
  }

  /**
   * Hours that a clinic may set.
   *
   * @throws Refused invalid, codes {@code sending_hours.order} and {@code sending_hours.outer}
   */
  public static Window allowed(LocalTime from, LocalTime until) {
    var window = new Window(from, until);
    if (!window.within(OUTER)) {
      throw Refused.invalid("sending_hours.outer");
    }
    return window;
  }

  boolean covers(LocalTime hour) {
    return !hour.isBefore(from) && hour.isBefore(until);
  }

  boolean within(Window outer) {
    return !from.isBefore(outer.from) && !until.isAfter(outer.until);
  }
}
