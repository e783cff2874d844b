package health.malasakit.scheduling;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Time that is taken from a person or a thing.
 *
 * @param until when a hold ends; empty when booked
 * @param holder the hold, or the visit once booked
 * @param beside what it may overlap with
 */
record Taken(Bookable what, Stretch when, Optional<Instant> until, UUID holder, UUID beside) {

  boolean booked() {
    return until.isEmpty();
  }

  /** An ended hold never blocks, whoever still has to clear it away. */
  boolean endedBy(Instant now) {
    return until.isPresent() && !until.get().isAfter(now);
  }
}
