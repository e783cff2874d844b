package health.malasakit.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * One of the three clocks in the bar; it ticks in the browser from the server's time.
 *
 * @param label whose clock it is, in words: here, a clinic, the patient
 * @param zone IANA name of the zone
 */
public record Clock(String label, String zone, String day, String time) {

  private static final DateTimeFormatter HOURS = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /** The clock of a zone at a moment. */
  public static Clock of(String label, ZoneId zone, Instant now, Locale locale) {
    var there = now.atZone(zone);
    var day = there.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale);
    return new Clock(label, zone.getId(), day, HOURS.format(there));
  }
}
