package health.malasakit.scheduling.web;

import health.malasakit.scheduling.DayBook;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The part of a day that is drawn, in rows of five minutes from its start. */
record DayFrame(Instant start, Instant end, ZoneId zone) {

  private static final int STEP_MINUTES = 5;
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  int steps() {
    return step(end);
  }

  int step(Instant at) {
    return (int) (Duration.between(start, at).toMinutes() / STEP_MINUTES);
  }

  /** The first row drawn of something that may have begun before. */
  int from(DayBook.Stands stands) {
    return Math.max(0, step(stands.from()));
  }

  /** How many rows are drawn of it, up to the end of what is shown. */
  int rows(DayBook.Stands stands) {
    var minutes = Duration.between(start, stands.to()).toMinutes();
    int end = Math.min(steps(), (int) Math.ceilDiv(minutes, STEP_MINUTES));
    return Math.max(1, end - from(stands));
  }

  String hour(Instant at) {
    return HOUR.format(at.atZone(zone));
  }
}
