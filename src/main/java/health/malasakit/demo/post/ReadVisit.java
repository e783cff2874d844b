package health.malasakit.demo.post;

import health.malasakit.kernel.Moments;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a file for the calendar says, as a person reads it. */
record ReadVisit(String method, String summary, String when, String location, String sequence) {

  private static final Set<String> METHODS = Set.of("request", "cancel", "publish");
  private static final DateTimeFormatter WALL =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

  static ReadVisit of(String file) {
    var whole = file.replaceAll("\r\n[ \t]", "");
    var method = value(whole, "METHOD").toLowerCase(Locale.ROOT);
    var visit = whole.replaceFirst("(?s).*BEGIN:VEVENT", "");
    return new ReadVisit(
        METHODS.contains(method) ? method : "publish",
        value(visit, "SUMMARY"),
        when(visit),
        value(visit, "LOCATION"),
        value(visit, "SEQUENCE"));
  }

  private static String value(String lines, String name) {
    var found = Pattern.compile("(?m)^" + name + "(?:;[^:\r\n]*)?:([^\r\n]*)").matcher(lines);
    return found.find()
        ? found.group(1).replaceAll("\\\\n", "\n").replaceAll("\\\\([,;\\\\])", "$1")
        : "";
  }

  private static String when(String visit) {
    var zone = Pattern.compile("(?m)^DTSTART;TZID=([^:\r\n]+):").matcher(visit);
    var wall = value(visit, "DTSTART");
    try {
      return zone.find()
          ? Moments.dated(
              LocalDateTime.parse(wall, WALL).atZone(ZoneId.of(zone.group(1))).toInstant(),
              ZoneId.of(zone.group(1)))
          : Moments.dated(utc(wall), ZoneOffset.UTC);
    } catch (DateTimeException another) {
      return wall;
    }
  }

  private static Instant utc(String wall) {
    return LocalDateTime.parse(wall.replace("Z", ""), WALL).toInstant(ZoneOffset.UTC);
  }
}
