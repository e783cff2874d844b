package health.malasakit.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** English names of months and weekdays, whole or shortened, and the sentences about them. */
final class CalendarWords {

  private static final int SHORTEST_NAME = 3;

  private CalendarWords() {}

  /** {@code nov}, {@code sept}, {@code november}: 11, 9, 11. */
  static Optional<Integer> month(String word) {
    return Arrays.stream(Month.values())
        .filter(month -> shortens(word, month.name()))
        .map(Month::getValue)
        .findFirst();
  }

  /** {@code tue}, {@code tues}, {@code tuesday}. */
  static Optional<DayOfWeek> weekday(String word) {
    return Arrays.stream(DayOfWeek.values()).filter(day -> shortens(word, day.name())).findFirst();
  }

  /** Who types "Mon 24 Nov 2026" has the wrong day or the wrong date in mind. */
  static void requireWeekday(String word, LocalDate date) {
    if (!weekday(word).equals(Optional.of(date.getDayOfWeek()))) {
      throw Refused.invalid("date.ambiguous", Moments.dated(date));
    }
  }

  static String shortName(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, Locale.US);
  }

  /** {@code February 2027 has 28 days, not 31.} */
  static Refused impossible(int year, int month, int day) {
    if (month < 1 || month > 12) {
      return Refused.invalid("date.impossible/month", month);
    }
    YearMonth of = YearMonth.of(year, month);
    return Refused.invalid(
        "date.impossible",
        of.getMonth().getDisplayName(TextStyle.FULL, Locale.US),
        year,
        of.lengthOfMonth(),
        day);
  }

  private static boolean shortens(String word, String name) {
    return word.length() >= SHORTEST_NAME && name.toLowerCase(Locale.ROOT).startsWith(word);
  }
}
