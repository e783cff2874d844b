package health.malasakit.directory;

import health.malasakit.deadlines.BusinessDays;
import java.time.LocalDate;
import java.time.ZoneId;

/** The year that begins today in New York. */
final class ComingYear {

  private ComingYear() {}

  /**
   * Its federal holidays. Mostly 11: a year from 26 November 2026, a Thanksgiving Day, has the next
   * one too, and one from 1 January 2027 has New Year's Day of 2028, which is observed before it.
   */
  static long holidays() {
    var today = LocalDate.now(ZoneId.of("America/New_York"));
    return today
        .datesUntil(today.plusYears(1))
        .filter(day -> BusinessDays.holidayOn(day).isPresent())
        .count();
  }
}
