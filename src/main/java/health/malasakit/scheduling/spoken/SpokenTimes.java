package health.malasakit.scheduling.spoken;

import health.malasakit.kernel.Sentences;
import health.malasakit.kernel.WallTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** A time on the clinic's wall as one person says it to another. */
@Component
public class SpokenTimes {

  /** A date this far away is said with its month. */
  private static final int DAYS_WITHOUT_MONTH = 25;

  /** {@code Tuesday the 24th at 9 in the morning}, {@code tomorrow, Wednesday, at noon}. */
  public String of(WallTime time, LocalDate today) {
    return say(
        "spoken.at", day(time.local().toLocalDate(), today), hour(time.local().toLocalTime()));
  }

  /** {@code Tuesday the 24th of November at 9 in the morning}: to be read back. */
  public String whole(WallTime time) {
    var date = time.local().toLocalDate();
    return say("spoken.at", withMonth(date), hour(time.local().toLocalTime()));
  }

  private static String day(LocalDate date, LocalDate today) {
    if (date.equals(today)) {
      return say("spoken.today", weekday(date));
    }
    if (date.equals(today.plusDays(1))) {
      return say("spoken.tomorrow", weekday(date));
    }
    return date.isBefore(today.plusDays(DAYS_WITHOUT_MONTH))
        ? say("spoken.day", weekday(date), nth(date))
        : withMonth(date);
  }

  private static String withMonth(LocalDate date) {
    var month = date.getMonth().getDisplayName(TextStyle.FULL, LocaleContextHolder.getLocale());
    return say("spoken.day.month", weekday(date), nth(date), month);
  }

  private static String weekday(LocalDate date) {
    return date.getDayOfWeek().getDisplayName(TextStyle.FULL, LocaleContextHolder.getLocale());
  }

  private static String nth(LocalDate date) {
    return say("spoken.nth." + date.getDayOfMonth());
  }

  private static String hour(LocalTime time) {
    if (time.equals(LocalTime.NOON)) {
      return say("spoken.noon");
    }
    if (time.equals(LocalTime.MIDNIGHT)) {
      return say("spoken.midnight");
    }
    var twelve = String.valueOf(time.getHour() % 12 == 0 ? 12 : time.getHour() % 12);
    var minute = time.getMinute() == 0 ? "" : ":%02d".formatted(time.getMinute());
    return say(part(time), twelve + minute);
  }

  private static String part(LocalTime time) {
    if (time.getHour() < 12) {
      return "spoken.morning";
    }
    return time.getHour() < 17 ? "spoken.afternoon" : "spoken.evening";
  }

  private static String say(String key, Object... args) {
    return Sentences.of("scheduling." + key, args);
  }
}
