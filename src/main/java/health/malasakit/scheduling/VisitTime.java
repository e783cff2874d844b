package health.malasakit.scheduling;

import health.malasakit.kernel.WallTime;
import health.malasakit.scheduling.book.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

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

  /** This and those that follow it without a gap, so many in all. */
  List<VisitTime> inARow(int count) {
    return Stream.iterate(this, one -> of(WallTime.at(one.end(), zone()), length()))
        .limit(count)
        .toList();
  }

  Stretch stretch() {
    return new Stretch(from(), end);
  }
}
