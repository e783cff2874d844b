package health.malasakit.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days said by their distance from today, or by their weekday. */
final class RelativeDay {

  private static final List<String> NUMBERS =
      List.of(
          "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");
  private static final String AMOUNT = "(an?|\\d{1,3}|" + String.join("|", NUMBERS) + ")";
  private static final String UNIT = "(day|week|month|year)s?";

  private static final Pattern SIGNED = Pattern.compile("([+-]) ?(\\d{1,3}) ?([dwmy])?");
  private static final Pattern AHEAD = Pattern.compile("in " + AMOUNT + " " + UNIT);
  private static final Pattern FROM_NOW =
      Pattern.compile(AMOUNT + " " + UNIT + " from (?:now|today)");
  private static final Pattern AGO = Pattern.compile(AMOUNT + " " + UNIT + " ago");
  private static final Pattern WEEKDAY = Pattern.compile("(?:(next|this|on|last) )?([a-z]+)");

  private RelativeDay() {}

  /**
   * Reads {@code today}, {@code tomorrow}, {@code in two weeks}, {@code 3 days ago}, {@code +3d},
   * {@code tue}, {@code next tue}; empty for anything else.
   *
   * @throws Refused invalid, code {@code date.ambiguous}
   */
  static Optional<LocalDate> read(String text, LocalDate today) {
    return switch (text) {
      case "today", "tod" -> Optional.of(today);
      case "tomorrow", "tom", "tmr", "tmrw" -> Optional.of(today.plusDays(1));
      case "day after tomorrow", "the day after tomorrow" -> Optional.of(today.plusDays(2));
      case "yesterday" -> Optional.of(today.minusDays(1));
      case "next week", "next month", "next year", "this week", "this month" ->
          throw Refused.invalid("date.ambiguous/which_day");
      default -> distance(text, today).or(() -> onWeekday(text, today));
    };
  }

  /** As {@link #read}, but a weekday of which nothing else is said is the last one. */
  static Optional<LocalDate> readPast(String text, LocalDate today) {
    var weekday = CalendarWords.weekday(text.replaceFirst("^on ", ""));
    return weekday.isEmpty()
        ? read(text, today)
        : weekday.map(day -> {
          LocalDate last = today.with(TemporalAdjusters.previous(day));
          if (today.getDayOfWeek() == day) {
            throw Refused.invalid(
                "date.ambiguous/today", CalendarWords.shortName(day), Moments.day(last));
          }
          return last;
        });
  }

  private static Optional<LocalDate> distance(String text, LocalDate today) {
    Matcher signed = SIGNED.matcher(text);
    if (signed.matches()) {
      int amount = Integer.parseInt(signed.group(1) + signed.group(2));
      String unit = Optional.ofNullable(signed.group(3)).orElse("d");
      return Optional.of(today.plus(amount, unit(unit)));
    }
    for (Pattern ahead : List.of(AHEAD, FROM_NOW)) {
      Matcher words = ahead.matcher(text);
      if (words.matches()) {
        return Optional.of(today.plus(amount(words.group(1)), unit(words.group(2))));
      }
    }
    Matcher ago = AGO.matcher(text);
    return ago.matches()
        ? Optional.of(today.minus(amount(ago.group(1)), unit(ago.group(2))))
        : Optional.empty();
  }

  private static Optional<LocalDate> onWeekday(String text, LocalDate today) {
    Matcher words = WEEKDAY.matcher(text);
    if (!words.matches()) {
      return Optional.empty();
    }
    String which = Optional.ofNullable(words.group(1)).orElse("");
    return CalendarWords.weekday(words.group(2)).map(day -> onWeekday(which, day, today));
  }

  private static LocalDate onWeekday(String which, DayOfWeek day, LocalDate today) {
    LocalDate coming = today.with(TemporalAdjusters.next(day));
    return switch (which) {
      case "next" -> next(day, coming, today);
      case "last" -> today.with(TemporalAdjusters.previous(day));
      default -> {
        if (today.getDayOfWeek() == day) {
          throw Refused.invalid(
              "date.ambiguous/today", CalendarWords.shortName(day), Moments.day(coming));
        }
        yield coming;
      }
    };
  }

  /** On Monday "next Tue" is tomorrow to some and eight days off to others; on Friday it is one. */
  private static LocalDate next(DayOfWeek day, LocalDate coming, LocalDate today) {
    boolean stillThisWeek = day.compareTo(today.getDayOfWeek()) > 0;
    if (stillThisWeek) {
      throw Refused.invalid(
          "date.ambiguous/next",
          CalendarWords.shortName(day),
          Moments.day(coming),
          Moments.day(coming.plusWeeks(1)));
    }
    return coming;
  }

  private static long amount(String word) {
    if (word.startsWith("a")) {
      return 1;
    }
    int named = NUMBERS.indexOf(word);
    return named >= 0 ? named : Long.parseLong(word);
  }

  private static ChronoUnit unit(String word) {
    return switch (word.charAt(0)) {
      case 'd' -> ChronoUnit.DAYS;
      case 'w' -> ChronoUnit.WEEKS;
      case 'm' -> ChronoUnit.MONTHS;
      default -> ChronoUnit.YEARS;
    };
  }
}
