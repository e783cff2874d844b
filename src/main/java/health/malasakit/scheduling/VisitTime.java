package health.malasakit.scheduling;

import health.malasakit.kernel.WallTime;
import health.malasakit.scheduling.book.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When a visit is: its start on the clinic's wall, and its end as an instant, because a visit keeps
 * its length when the clocks change during it.
 */
public record VisitTime(WallTime start, Instant end) {

  public static VisitTime of(WallTime start, Duration length) {
    return new VisitTime(start, start.instant().plus(length));
  }

  public Instant from() {
    return start.instant();
  }

  public ZoneId zone() {
    return start.zone();
  }

  /** The clinic's date. */
  public LocalDate date() {
    return start.local().toLocalDate();
  }

  public Duration length() {
    return Duration.between(from(), end);
  }

  Stretch stretch() {
    return new Stretch(from(), end);
  }
}
