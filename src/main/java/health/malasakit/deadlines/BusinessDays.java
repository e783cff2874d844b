package health.malasakit.deadlines;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Counts business days: Monday to Friday without the federal holidays of 5 U.S.C. 6103 on the day
 * they are observed. A state or a contract may count otherwise; a rule that does says so. Calendar
 * days need nothing from here: a calendar deadline that an organization owes is never moved to a
 * business day.
 */
public final class BusinessDays {

  /** A day lasts to 23:59:59 where the patient or the organization is, never where we sit. */
  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

  /** Forty years; more is a mistake in a rule. */
  private static final int DAYS_MAX = 10_000;

  private BusinessDays() {}

  /**
   * The last day of a term of business days. The day that starts the term is day 0, whatever day it
   * is; the count starts on the next. A negative number counts back: three business days before a
   * visit. Zero is the day itself.
   *
   * @throws IllegalArgumentException beyond 10,000 days
   */
  public static LocalDate addBusinessDays(LocalDate start, int days) {
    if (days > DAYS_MAX || days < -DAYS_MAX) {
      throw new IllegalArgumentException("a term of " + days + " business days");
    }
    int step = Integer.signum(days);
    LocalDate day = start;
    for (int left = Math.abs(days); left > 0; left--) {
      day = nextBusinessDay(day, step);
    }
    return day;
  }

  /** Business days after the first date up to and with the second; negative when it lies before. */
  public static int between(LocalDate start, LocalDate end) {
    if (end.isBefore(start)) {
      return -between(end, start);
    }
    return (int) start.plusDays(1).datesUntil(end.plusDays(1)).filter(BusinessDays::is).count();
  }

  /** Whether that date is Monday to Friday and no holiday is observed on it. */
  public static boolean is(LocalDate date) {
    return !isWeekend(date) && holidayOn(date).isEmpty();
  }

  /** The federal holiday observed on that date, in words for the sentence that explains a term. */
  public static Optional<String> holidayOn(LocalDate date) {
    String name = FederalHolidays.observedOf(date.getYear()).get(date);
    // New Year's Day on a Saturday is observed on 31 December of the year before.
    return name != null
        ? Optional.of(name)
        : Optional.ofNullable(FederalHolidays.observedOf(date.getYear() + 1).get(date));
  }

  /** The last second of that date there; of the later one, should the clocks repeat it. */
  public static Instant endOfDay(LocalDate date, ZoneId zone) {
    return date.atTime(END_OF_DAY).atZone(zone).withLaterOffsetAtOverlap().toInstant();
  }

  private static LocalDate nextBusinessDay(LocalDate from, int step) {
    LocalDate day = from.plusDays(step);
    while (!is(day)) {
      day = day.plusDays(step);
    }
    return day;
  }

  private static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
