package health.malasakit.inquiries.outbound;

import java.time.Duration;
import java.time.Instant;

/**
 * The one moment at which somebody asked to be called.
 *
 * @param saidBy who said so: she herself, or whoever answered; may be empty within the usual hours
 */
public record Asked(Instant at, String saidBy) {

  private static final Duration EARLY = Duration.ofMinutes(10);
  private static final Duration LATE = Duration.ofHours(1);

  /** Whether it is late enough: who asked for four may be called a little before. */
  boolean begun(Instant now) {
    return !now.isBefore(at.minus(EARLY));
  }

  /** Until an hour later it is what was asked for. */
  boolean covers(Instant now) {
    return begun(now) && now.isBefore(at.plus(LATE));
  }

  @Override
  public String toString() {
    return "Asked[" + at + "]";
  }
}
