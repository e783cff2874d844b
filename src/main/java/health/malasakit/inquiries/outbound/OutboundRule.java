package health.malasakit.inquiries.outbound;

import health.malasakit.kernel.Refused;
import java.time.Duration;

/**
 * How often a clinic tries to reach a patient, and how far apart.
 *
 * @param attempts 1 to 10
 * @param apartHours the least distance between two, 0 to 72
 */
public record OutboundRule(int attempts, int apartHours) {

  /** Of a clinic that has said nothing. */
  public static final OutboundRule USUAL = new OutboundRule(3, 4);

  private static final int ATTEMPTS_MAX = 10;
  private static final int APART_HOURS_MAX = 72;

  /** Refuses what no clinic means. */
  public OutboundRule {
    if (attempts < 1 || attempts > ATTEMPTS_MAX) {
      throw Refused.invalid("outbound.attempts", ATTEMPTS_MAX).onField("attempts");
    }
    if (apartHours < 0 || apartHours > APART_HOURS_MAX) {
      throw Refused.invalid("outbound.apart", APART_HOURS_MAX).onField("apartHours");
    }
  }

  Duration apart() {
    return Duration.ofHours(apartHours);
  }
}
