package health.malasakit.patients.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A birth date as lists show it: {@code 3 May 1980}. */
final class BirthDates {

  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.US);

  private BirthDates() {}

  static String shown(LocalDate date) {
    return SHOWN.format(date);
  }
}
