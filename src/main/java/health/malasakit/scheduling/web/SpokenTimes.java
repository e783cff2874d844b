package health.malasakit.scheduling.web;

import health.malasakit.kernel.WallTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import org.springframework.stereotype.Component;

/** A time on the clinic's wall as one person says it to another. */
@Component
class SpokenTimes {

  /** A date this far away is said with its month. */
  private static final int DAYS_WITHOUT_MONTH = 25;

  private final SchedulingWords sayings;

  SpokenTimes(SchedulingWords sayings) {
    this.sayings = sayings;
  }

  /** {@code Tuesday the 24th at 9 in the morning}, {@code tomorrow, Wednesday, at noon}. */
  String of(WallTime time, LocalDate today) {
    return sayings.say(
        "spoken.at", day(time.local().toLocalDate(), today), hour(time.local().toLocalTime()));
  }

  /** {@code Tuesday the 24th of November at 9 in the morning}: to be read back. */
  String whole(WallTime time) {
    var date = time.local().toLocalDate();
    return sayings.say("spoken.at", withMonth(date), hour(time.local().toLocalTime()));
  }

  private String day(LocalDate date, LocalDate today) {
    if (date.equals(today)) {
      return sayings.say("spoken.today", weekday(date));
    }
    if (date.equals(today.plusDays(1))) {
      return sayings.say("spoken.tomorrow", weekday(date));
    }
    return date.isBefore(today.plusDays(DAYS_WITHOUT_MONTH))
        ? sayings.say("spoken.day", weekday(date), nth(date))
        : withMonth(date);
  }

  private String withMonth(LocalDate date) {
    var month = date.getMonth().getDisplayName(TextStyle.FULL, sayings.locale());
    return sayings.say("spoken.day.month", weekday(date), nth(date), month);
  }

  private String weekday(LocalDate date) {
    return date.getDayOfWeek().getDisplayName(TextStyle.FULL, sayings.locale());
  }

  private String nth(LocalDate date) {
    return sayings.say("spoken.nth." + date.getDayOfMonth());
  }

  private String hour(LocalTime time) {
    if (time.equals(LocalTime.NOON)) {
      return sayings.say("spoken.noon");
    }
    if (time.equals(LocalTime.MIDNIGHT)) {
      return sayings.say("spoken.midnight");
    }
    var twelve = String.valueOf(time.getHour() % 12 == 0 ? 12 : time.getHour() % 12);
    var minute = time.getMinute() == 0 ? "" : ":%02d".formatted(time.getMinute());
    return sayings.say(part(time), twelve + minute);
  }

  private static String part(LocalTime time) {
    if (time.getHour() < 12) {
      return "spoken.morning";
    }
    return time.getHour() < 17 ? "spoken.afternoon" : "spoken.evening";
  }
}
