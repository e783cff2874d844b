package health.malasakit.deadlines;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Map;
import java.util.TreeMap;

/**
 * The legal public holidays of 5 U.S.C. 6103(a), by rule. One that falls on a Saturday is observed
 * on the Friday before, on a Sunday on the Monday after (5 U.S.C. 6103(b); Executive Order 11582).
 * Inauguration Day binds the Washington area alone and is left out. Checked 2026-11-23.
 */
final class FederalHolidays {

  /** Juneteenth became law on 17 June 2021 (Pub. L. 117-17). */
  private static final int JUNETEENTH_SINCE = 2021;

  /** The day for King has been kept since 1986 (Pub. L. 98-144). */
  private static final int KING_SINCE = 1986;

  private FederalHolidays() {}

  /**
   * The days without work that the holidays of a year give, by date: the first can lie on 31
   * December of the year before.
   */
  static Map<LocalDate, String> observedOf(int year) {
    Map<LocalDate, String> observed = new TreeMap<>();
    of(year).forEach((date, name) -> observed.put(observed(date), name));
    return observed;
  }

  private static Map<LocalDate, String> of(int year) {
    Map<LocalDate, String> days = new TreeMap<>();
    days.put(LocalDate.of(year, Month.JANUARY, 1), "New Year's Day");
    if (year >= KING_SINCE) {
      days.put(nth(year, Month.JANUARY, 3, MONDAY), "Martin Luther King Jr. Day");
    }
    days.put(nth(year, Month.FEBRUARY, 3, MONDAY), "Washington's Birthday");
    days.put(LocalDate.of(year, Month.MAY, 1).with(lastInMonth(MONDAY)), "Memorial Day");
    if (year >= JUNETEENTH_SINCE) {
      days.put(LocalDate.of(year, Month.JUNE, 19), "Juneteenth National Independence Day");
    }
    days.put(LocalDate.of(year, Month.JULY, 4), "Independence Day");
    days.put(nth(year, Month.SEPTEMBER, 1, MONDAY), "Labor Day");
    days.put(nth(year, Month.OCTOBER, 2, MONDAY), "Columbus Day");
    days.put(LocalDate.of(year, Month.NOVEMBER, 11), "Veterans Day");
    days.put(nth(year, Month.NOVEMBER, 4, THURSDAY), "Thanksgiving Day");
    days.put(LocalDate.of(year, Month.DECEMBER, 25), "Christmas Day");
    return days;
  }

  private static LocalDate nth(int year, Month month, int n, DayOfWeek day) {
    return LocalDate.of(year, month, 1).with(dayOfWeekInMonth(n, day));
  }

  private static LocalDate observed(LocalDate date) {
    return switch (date.getDayOfWeek()) {
      case SATURDAY -> date.minusDays(1);
      case SUNDAY -> date.plusDays(1);
      case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> date;
    };
  }
}
