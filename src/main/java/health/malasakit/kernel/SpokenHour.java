package health.malasakit.kernel;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An hour as a specialist types it: {@code 16:00}, {@code 4 pm}, {@code 9:30a}, {@code 1600},
 * {@code noon}. Without "am" or "pm" it is the 24-hour clock.
 */
public record SpokenHour(LocalTime time) {

  private static final Pattern TYPED =
      Pattern.compile("(\\d{1,2})(?:[:.h]?(\\d{2}))?\\s*(?:([ap])\\.?m?\\.?)?");
  private static final DateTimeFormatter ECHO = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final int NOON = 12;

  /**
   * Reads an hour of the day.
   *
   * @throws Refused invalid, code {@code hour.unknown}
   */
  public static SpokenHour parse(String typed) {
    var text = typed.strip().toLowerCase(Locale.ROOT);
    if (text.equals("noon")) {
      return new SpokenHour(LocalTime.NOON);
    }
    var parts = TYPED.matcher(text);
    if (!parts.matches()) {
      throw unknown();
    }
    int hour = Integer.parseInt(parts.group(1));
    int minute = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
    if (parts.group(3) != null) {
      hour = halfDay(hour, parts.group(3));
    }
    if (hour > 23 || minute > 59) {
      throw unknown();
    }
    return new SpokenHour(LocalTime.of(hour, minute));
  }

  /** {@code 16:00}. */
  public String echo() {
    return ECHO.format(time);
  }

  private static int halfDay(int hour, String half) {
    if (hour < 1 || hour > NOON) {
      throw unknown();
    }
    return hour % NOON + (half.equals("p") ? NOON : 0);
  }

  private static Refused unknown() {
    return Refused.invalid("hour.unknown");
  }
}
