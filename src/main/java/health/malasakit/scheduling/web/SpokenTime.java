package health.malasakit.scheduling.web;

import health.malasakit.kernel.WallTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Locale;

/** A time on the clinic's wall as one person says it to another. */
final class SpokenTime {

  private SpokenTime() {}

  /** {@code Tuesday the 24th at 9 in the morning}, {@code tomorrow, Wednesday, at noon}. */
  static String of(WallTime time, LocalDate today) {
    return day(time.local().toLocalDate(), today) + " at " + hour(time.local().toLocalTime());
  }

  /** {@code Tuesday the 24th of November at 9 in the morning}: to be read back. */
  static String whole(WallTime time) {
    var date = time.local().toLocalDate();
    return "%s the %s of %s at %s"
        .formatted(
            weekday(date),
            ordinal(date.getDayOfMonth()),
            date.getMonth().getDisplayName(TextStyle.FULL, Locale.US),
            hour(time.local().toLocalTime()));
  }

  private static String day(LocalDate date, LocalDate today) {
    if (date.equals(today)) {
      return "Today, " + weekday(date) + ",";
    }
    if (date.equals(today.plusDays(1))) {
      return "Tomorrow, " + weekday(date) + ",";
    }
    var named = weekday(date) + " the " + ordinal(date.getDayOfMonth());
    boolean near = date.isBefore(today.plusDays(25));
    return near
        ? named
        : named + " of " + date.getMonth().getDisplayName(TextStyle.FULL, Locale.US);
  }

  private static String weekday(LocalDate date) {
    return date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.US);
  }

  private static String hour(LocalTime time) {
    if (time.equals(LocalTime.NOON)) {
      return "noon";
    }
    if (time.equals(LocalTime.MIDNIGHT)) {
      return "midnight";
    }
    int twelve = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
    var clock =
        time.getMinute() == 0 ? String.valueOf(twelve) : twelve + ":" + two(time.getMinute());
    return clock + " " + part(time);
  }

  private static String part(LocalTime time) {
    if (time.getHour() < 12) {
      return "in the morning";
    }
    return time.getHour() < 17 ? "in the afternoon" : "in the evening";
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : String.valueOf(number);
  }

  private static String ordinal(int day) {
    int last = day % 10;
    boolean teen = day / 10 == 1;
    if (last == 1 && !teen) {
      return day + "st";
    }
    if (last == 2 && !teen) {
      return day + "nd";
    }
    return last == 3 && !teen ? day + "rd" : day + "th";
  }
}
