package health.malasakit.directory;

import health.malasakit.kernel.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * From an hour on the clinic's wall until another. When it closes at or before it opens, it closes
 * on the following day: 22:00 to 06:00 is a night, 00:00 to 00:00 is all day.
 */
public record Span(LocalTime opens, LocalTime closes) {

  private static final String MIDNIGHT_AT_THE_END = "24:00";
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("H[:mm]", Locale.ROOT);

  /**
   * Reads {@code 08:00-12:30}, {@code 8 - 17}; 24:00 is midnight at the end.
   *
   * @throws Refused invalid, code {@code hours.unreadable}
   */
  public static Span of(String typed) {
    String[] parts = typed.strip().split("\\s*(?:-|\u2013|to|until)\\s*", -1);
    if (parts.length != 2) {
      throw unreadable();
    }
    return new Span(
        hour(parts[0]), hour(parts[1].equals(MIDNIGHT_AT_THE_END) ? "00:00" : parts[1]));
  }

  public boolean pastMidnight() {
    return !closes.isAfter(opens);
  }

  /** Its first moment when it opens on that date; in the repeated hour the earlier one. */
  Instant opensOn(LocalDate date, ZoneId zone) {
    return ZonedDateTime.of(date, opens, zone).withEarlierOffsetAtOverlap().toInstant();
  }

  /** The moment it closes after opening on that date; in the repeated hour the later one. */
  Instant closesAfter(LocalDate date, ZoneId zone) {
    LocalDate last = pastMidnight() ? date.plusDays(1) : date;
    return ZonedDateTime.of(last, closes, zone).withLaterOffsetAtOverlap().toInstant();
  }

  /** Minutes on the wall, as if no clock were changed. */
  int minutes() {
    int length = (closes.toSecondOfDay() - opens.toSecondOfDay()) / 60;
    return length > 0 ? length : length + 24 * 60;
  }

  /** {@code 08:00-12:30}, as it can be typed. */
  @Override
  public String toString() {
    String end = closes.equals(LocalTime.MIDNIGHT) ? MIDNIGHT_AT_THE_END : HOUR.format(closes);
    return HOUR.format(opens) + "-" + end;
  }

  private static LocalTime hour(String text) {
    try {
      return LocalTime.parse(text, TYPED);
    } catch (DateTimeParseException notAnHour) {
      throw unreadable();
    }
  }

  private static Refused unreadable() {
    return Refused.invalid("hours.unreadable");
  }
}
