package health.malasakit.scheduling.book;

import java.time.Duration;
import java.time.Instant;

/** Time from a first moment until, but not with, a last. */
public record Stretch(Instant from, Instant to) {

  public static Stretch of(Instant from, Duration length) {
    return new Stretch(from, from.plus(length));
  }

  public boolean overlaps(Stretch other) {
    return from.isBefore(other.to) && other.from.isBefore(to);
  }

  public boolean contains(Stretch other) {
    return !other.from.isBefore(from) && !other.to.isAfter(to);
  }
}
