package health.malasakit.ui;

import health.malasakit.kernel.ZoneLabels;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * One of the three clocks in the bar; it ticks in the browser from the server's time.
 *
 * @param label whose clock it is and where: "Here, Manila"
 * @param zone IANA name of the zone
 * @param name abbreviation of the zone now where one is unmistakable, else empty
 */
public record Clock(String label, String zone, String day, String time, String name) {

  private static final DateTimeFormatter HOURS = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /** The clock of a zone at a moment; whose it is in one word. */
  public static Clock of(String whose, ZoneId zone, Instant now, Locale locale) {
    var there = now.atZone(zone);
    var day = there.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale);
    var label = whose + ", " + ZoneLabels.label(zone);
    var name = ZoneLabels.abbreviation(zone, now).orElse("");
    return new Clock(label, zone.getId(), day, HOURS.format(there), name);
  }
}
