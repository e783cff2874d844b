package health.malasakit.kernel;

import java.time.LocalDate;
import java.util.Optional;

/** Which year, and which century, a day belongs to that was typed with two digits of it or none. */
interface TypedYear {

  int SHORT_YEAR_DISTANCE_MAX = 20;

  LocalDate complete(Optional<String> year, int month, int day);

  /** Of a day that decides for years: never without its year. */
  static LocalDate needed(Optional<String> year, int month, int day, LocalDate today) {
    if (year.isEmpty()) {
      throw Refused.invalid("date.no_year");
    }
    return nearToday(year, month, day, today);
  }

  /** Without a year the next such day from today on. */
  static LocalDate nearToday(Optional<String> year, int month, int day, LocalDate today) {
    if (year.isEmpty()) {
      boolean stillThisYear =
          month * 100 + day >= today.getMonthValue() * 100 + today.getDayOfMonth();
      return SpokenDate.exact(stillThisYear ? today.getYear() : today.getYear() + 1, month, day);
    }
    int full = fullYear(year.get(), today.getYear() / 100);
    if (year.get().length() == 2 && Math.abs(full - today.getYear()) > SHORT_YEAR_DISTANCE_MAX) {
      throw Refused.invalid("date.ambiguous/year", full);
    }
    return SpokenDate.exact(full, month, day);
  }

  /** Without a year the last such day until today. */
  static LocalDate lastUntil(Optional<String> year, int month, int day, LocalDate today) {
    boolean before = month * 100 + day <= today.getMonthValue() * 100 + today.getDayOfMonth();
    return year.isEmpty()
        ? SpokenDate.exact(before ? today.getYear() : today.getYear() - 1, month, day)
        : nearToday(year, month, day, today);
  }

  /** Of a birth: never without its year. */
  static LocalDate inALifetime(Optional<String> year, int month, int day, LocalDate today) {
    if (year.isEmpty()) {
      throw Refused.invalid("birth_date.no_year");
    }
    int century = today.getYear() / 100;
    LocalDate thisCentury = SpokenDate.exact(fullYear(year.get(), century), month, day);
    if (year.get().length() == 4) {
      return thisCentury;
    }
    int before = thisCentury.getYear() - 100;
    if (thisCentury.isAfter(today)) {
      return SpokenDate.exact(before, month, day);
    }
    throw Refused.invalid("date.ambiguous/century", before, before + 100);
  }

  private static int fullYear(String digits, int century) {
    int year = Integer.parseInt(digits);
    return digits.length() == 2 ? century * 100 + year : year;
  }
}
