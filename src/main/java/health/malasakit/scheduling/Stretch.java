package health.malasakit.scheduling;

import java.time.Duration;
import java.time.Instant;

/** Time from a first moment until, but not with, a last. */
record Stretch(Instant from, Instant to) {

  static Stretch of(Instant from, Duration length) {
    return new Stretch(from, from.plus(length));
  }

  boolean overlaps(Stretch other) {
    return from.isBefore(other.to) && other.from.isBefore(to);
  }

  boolean contains(Stretch other) {
    return !other.from.isBefore(from) && !other.to.isAfter(to);
  }
}
