package health.malasakit.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as a specialist types it: {@code 11/24/2026}, {@code 24 Nov}, {@code 2026-11-24}, {@code
 * in two weeks}, {@code +3d}. "Today" is a date handed in: the clinic's, never the specialist's. A
 * date that can be read in two ways, or does not exist, is refused with the rule. What was read is
 * echoed in words, {@link #echo}, before anything is done with it.
 *
 * <p>Slashes are month/day, as in the US. Without a year it is the next such day from today on.
 */
public record SpokenDate(LocalDate date) {

  private static final int TYPED_LENGTH_MAX = 40;
  private static final int AGE_YEARS_MAX = 130;
  private static final int YEAR_MIN = 1850;
  private static final int YEAR_MAX = 2199;

  private static final Pattern ISO = Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})");
  private static final Pattern US =
      Pattern.compile("(\\d{1,2})[-/](\\d{1,2})(?:[-/](\\d{4}|\\d{2}))?");
  private static final Pattern DOTTED = Pattern.compile("\\d{1,4}\\.\\d{1,2}(\\.\\d{0,4})?");
  private static final Pattern YEAR_FIRST = Pattern.compile("((?:18|19|20)\\d\\d)(\\d\\d)(\\d\\d)");
  private static final Pattern YEAR_LAST = Pattern.compile("(\\d\\d)(\\d\\d)(\\d{4})");
  private static final Pattern DAY_MONTH =
      Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]?([a-z]+)(?:[ -]?(\\d{4}|\\d{2}))?");
  private static final Pattern MONTH_DAY =
      Pattern.compile("([a-z]+)[ -]?(\\d{1,2})(?:st|nd|rd|th)?(?:[ -](\\d{4}|\\d{2}))?");
  private static final Pattern WEEKDAY_FIRST = Pattern.compile("([a-z]+) (.*\\d.*)");

  /**
   * Reads the date of something to be done, or done.
   *
   * @param today the date at the clinic
   * @throws Refused invalid, codes {@code date.unreadable}, {@code date.ambiguous}, {@code
   *     date.impossible}
   */
  public static SpokenDate parse(String typed, LocalDate today) {
    String text = tidy(typed);
    Optional<LocalDate> relative = RelativeDay.read(text, today).map(SpokenDate::inRange);
    return new SpokenDate(
        relative.orElseGet(() ->
            absolute(text, (year, month, day) -> TypedYear.nearToday(year, month, day, today))));
  }

  /**
   * Reads the day of something that has been said or has happened: a weekday, and a day without a
   * year, is the last such one until today.
   *
   * @param today the date at the clinic
   * @throws Refused invalid, as {@link #parse}, and {@code date.to_come} for a day after today
   */
  public static SpokenDate parsePast(String typed, LocalDate today) {
    String text = tidy(typed);
    LocalDate day =
        RelativeDay.readPast(text, today)
            .map(SpokenDate::inRange)
            .orElseGet(() ->
                absolute(text, (year, month, of) -> TypedYear.lastUntil(year, month, of, today)));
    if (day.isAfter(today)) {
      throw Refused.invalid("date.to_come", Moments.dated(day));
    }
    return new SpokenDate(day);
  }

  /**
   * Reads a day that may be long past or to come, as on a paper that gives a right: with its year,
   * or as a distance from today.
   *
   * @param today the date at the clinic
   * @throws Refused invalid, as {@link #parse}, and {@code date.no_year}
   */
  public static SpokenDate parseWithYear(String typed, LocalDate today) {
    String text = tidy(typed);
    Optional<LocalDate> relative = RelativeDay.read(text, today).map(SpokenDate::inRange);
    return new SpokenDate(
        relative.orElseGet(
            () -> absolute(text, (year, month, day) -> TypedYear.needed(year, month, day, today))));
  }

  /**
   * Reads a date of birth: with its year, not after today, not more than 130 years ago.
   *
   * @param today the date at the clinic
   * @throws Refused invalid, as {@link #parse}, and {@code birth_date.no_year}, {@code
   *     birth_date.future}, {@code birth_date.too_old}
   */
  public static SpokenDate parseBirthDate(String typed, LocalDate today) {
    LocalDate born =
        absolute(tidy(typed), (year, month, day) -> TypedYear.inALifetime(year, month, day, today));
    if (born.isAfter(today)) {
      throw Refused.invalid("birth_date.future", Moments.dated(born));
    }
    if (born.isBefore(today.minusYears(AGE_YEARS_MAX))) {
      throw Refused.invalid("birth_date.too_old", Moments.dated(born));
    }
    return new SpokenDate(born);
  }

  /** {@code Tue 24 Nov 2026}. */
  public String echo() {
    return Moments.dated(date);
  }

  private static String tidy(String typed) {
    String text =
        typed.toLowerCase(Locale.ROOT).replace(',', ' ').replaceAll("[\\s\\u00a0]+", " ").strip();
    if (text.isEmpty() || text.length() > TYPED_LENGTH_MAX) {
      throw unreadable();
    }
    return text;
  }

  private static LocalDate absolute(String text, TypedYear years) {
    Matcher weekday = WEEKDAY_FIRST.matcher(text);
    if (weekday.matches() && CalendarWords.weekday(weekday.group(1)).isPresent()) {
      LocalDate date = written(weekday.group(2), years);
      CalendarWords.requireWeekday(weekday.group(1), date);
      return date;
    }
    return written(text, years);
  }

  private static LocalDate written(String text, TypedYear years) {
    if (DOTTED.matcher(text).matches()) {
      throw Refused.invalid("date.ambiguous/dots");
    }
    return inDigits(text, years)
        .or(() -> withMonthName(text, years))
        .orElseThrow(SpokenDate::unreadable);
  }

  private static Optional<LocalDate> inDigits(String text, TypedYear years) {
    for (Pattern yearFirst : new Pattern[] {ISO, YEAR_FIRST}) {
      Matcher parts = yearFirst.matcher(text);
      if (parts.matches()) {
        return Optional.of(exact(number(parts, 1), number(parts, 2), number(parts, 3)));
      }
    }
    Matcher yearLast = YEAR_LAST.matcher(text);
    if (yearLast.matches()) {
      requireMonthFirst(number(yearLast, 1), number(yearLast, 2), group(yearLast, 3));
      return Optional.of(exact(number(yearLast, 3), number(yearLast, 1), number(yearLast, 2)));
    }
    Matcher us = US.matcher(text);
    if (us.matches()) {
      requireMonthFirst(number(us, 1), number(us, 2), group(us, 3));
      return Optional.of(years.complete(group(us, 3), number(us, 1), number(us, 2)));
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> withMonthName(String text, TypedYear years) {
    Matcher dayFirst = DAY_MONTH.matcher(text);
    if (dayFirst.matches()) {
      return CalendarWords.month(dayFirst.group(2))
          .map(month -> years.complete(group(dayFirst, 3), month, number(dayFirst, 1)));
    }
    Matcher monthFirst = MONTH_DAY.matcher(text);
    if (monthFirst.matches()) {
      return CalendarWords.month(monthFirst.group(1))
          .map(month -> years.complete(group(monthFirst, 3), month, number(monthFirst, 2)));
    }
    return Optional.empty();
  }

  private static void requireMonthFirst(int month, int day, Optional<String> year) {
    if (month > 12 && swapped(month, day, year)) {
      throw Refused.invalid("date.impossible/swapped", month, day, month);
    }
  }

  /** Whether it is a day the other way round; without its whole year one of a leap year too. */
  private static boolean swapped(int month, int day, Optional<String> year) {
    boolean leap =
        year.filter(one -> one.length() == 4)
            .map(one -> Year.isLeap(Long.parseLong(one)))
            .orElse(true);
    return day >= 1 && day <= 12 && month <= Month.of(day).length(leap);
  }

  static LocalDate exact(int year, int month, int day) {
    try {
      return inRange(LocalDate.of(year, month, day));
    } catch (DateTimeException noSuchDay) {
      throw CalendarWords.impossible(year, month, day);
    }
  }

  private static LocalDate inRange(LocalDate date) {
    int year = date.getYear();
    if (year < YEAR_MIN || year > YEAR_MAX) {
      throw Refused.invalid("date.impossible/year", year);
    }
    return date;
  }

  private static Optional<String> group(Matcher parts, int group) {
    return Optional.ofNullable(parts.group(group));
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  private static Refused unreadable() {
    return Refused.invalid("date.unreadable");
  }
}
