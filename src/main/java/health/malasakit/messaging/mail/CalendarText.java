package health.malasakit.messaging.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The lines of a file of iCalendar as RFC 5545 writes them: escaped, and folded at 75 bytes. */
final class CalendarText {

  private static final int LINE_BYTES_MAX = 75;
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

  private final StringBuilder text = new StringBuilder();

  static String local(java.time.LocalDateTime wall) {
    return LOCAL.format(wall);
  }

  static String utc(Instant at) {
    return LOCAL.format(at.atOffset(UTC)) + "Z";
  }

  /** A name and a value that needs no escaping. */
  void line(String name, String value) {
    raw(name + ":" + value);
  }

  /** Words of people; none: no line. */
  void words(String name, String value) {
    if (!value.isBlank()) {
      line(name, escaped(value.strip()));
    }
  }

  void person(String nameAndFacts, EmailAddress address) {
    line(nameAndFacts, "mailto:" + address.value());
  }

  /**
   * From when to when, on the clock of the zone. In the hour that comes twice the clock alone says
   * the first time (RFC 5545, 3.3.5), so what begins or ends in the second is said in UTC.
   */
  void span(Instant start, Instant end, ZoneId zone) {
    if (isSecond(start.atZone(zone)) || isSecond(end.atZone(zone))) {
      line("DTSTART", utc(start));
      line("DTEND", utc(end));
      return;
    }
    line("DTSTART;TZID=" + zone.getId(), local(start.atZone(zone).toLocalDateTime()));
    line("DTEND;TZID=" + zone.getId(), local(end.atZone(zone).toLocalDateTime()));
  }

  private static boolean isSecond(ZonedDateTime at) {
    return !at.withEarlierOffsetAtOverlap().getOffset().equals(at.getOffset());
  }

  /** A value beside a name, in quotes; a quote in it cannot be written (RFC 5545, 3.2). */
  static String parameter(String value) {
    return '"' + value.replace('"', '\'').replaceAll("\\p{Cntrl}+", " ").strip() + '"';
  }

  private static String escaped(String value) {
    return value
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\r\n?|\n", "\\\\n")
        .replaceAll("\\p{Cntrl}", "");
  }

  /** A line, cut where it is too long, never within a letter; the rest begins with a space. */
  void raw(String line) {
    int bytes = 0;
    for (int at = 0; at < line.length(); ) {
      var letter = Character.toString(line.codePointAt(at));
      int size = letter.getBytes(UTF_8).length;
      if (bytes + size > LINE_BYTES_MAX) {
        text.append("\r\n ");
        bytes = 1;
      }
      text.append(letter);
      bytes += size;
      at += letter.length();
    }
    text.append("\r\n");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
