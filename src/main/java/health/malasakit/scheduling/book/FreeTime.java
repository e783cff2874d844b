package health.malasakit.scheduling.book;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Arithmetic of time that is free; knows no zone and no clock. */
public final class FreeTime {

  private FreeTime() {}

  /** What remains of these stretches when others are cut out; sorted, none empty. */
  public static List<Stretch> without(Collection<Stretch> open, Collection<Stretch> cut) {
    var left = open.stream().sorted(Comparator.comparing(Stretch::from)).toList();
    for (var one : cut) {
      left = left.stream().flatMap(stretch -> without(stretch, one).stream()).toList();
    }
    return left;
  }

  private static List<Stretch> without(Stretch stretch, Stretch cut) {
    if (!stretch.overlaps(cut)) {
      return List.of(stretch);
    }
    var left = new ArrayList<Stretch>();
    if (stretch.from().isBefore(cut.from())) {
      left.add(new Stretch(stretch.from(), cut.from()));
    }
    if (cut.to().isBefore(stretch.to())) {
      left.add(new Stretch(cut.to(), stretch.to()));
    }
    return left;
  }

  /**
   * Starts that follow each other without a gap, from the beginning of each free stretch, so that
   * visits lie close and no time is lost between them.
   */
  public static List<Instant> starts(Collection<Stretch> free, Duration length) {
    var starts = new ArrayList<Instant>();
    for (var stretch : free) {
      for (var start = stretch.from();
          !start.plus(length).isAfter(stretch.to());
          start = start.plus(length)) {
        starts.add(start);
      }
    }
    return starts;
  }
}
