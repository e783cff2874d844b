package health.malasakit.kernel;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and times as screens show them: 24 hours, weekday in words, the zone with every time. */
public final class Moments {

  private static final DateTimeFormatter DAY = format("EEE d MMM");
  private static final DateTimeFormatter DATED = format("EEE d MMM uuuu");
  private static final DateTimeFormatter CLOCK = format("HH:mm");

  private static final Duration MINUTES_SHOWN_BELOW = Duration.ofHours(1);
  private static final Duration HOURS_SHOWN_BELOW = Duration.ofDays(2);

  private Moments() {}

  /** {@code Tue 24 Nov, 09:00 EST (New York)}: for what is near; elsewhere {@link #dated}. */
  public static String at(Instant instant, ZoneId zone) {
    return DAY.format(instant.atZone(zone)) + ", " + clock(instant, zone);
  }

  /** {@code Tue 24 Nov 2026, 09:00 EST (New York)}. */
  public static String dated(Instant instant, ZoneId zone) {
    return DATED.format(instant.atZone(zone)) + ", " + clock(instant, zone);
  }

  /** {@code Tue 24 Nov 2026}. */
  public static String dated(LocalDate date) {
    return DATED.format(date);
  }

  /** {@code Tue 24 Nov}. */
  public static String day(LocalDate date) {
    return DAY.format(date);
  }

  /** {@code 09:00 EST (New York)}, {@code 22:00 (Manila)}. */
  public static String clock(Instant instant, ZoneId zone) {
    return hour(instant, zone) + " (" + ZoneLabels.label(zone) + ")";
  }

  /** As {@link #clock} for what happened on that day there, else as {@link #at}. */
  public static String lately(Instant instant, ZoneId zone, LocalDate today) {
    return LocalDate.ofInstant(instant, zone).equals(today)
        ? clock(instant, zone)
        : at(instant, zone);
  }

  /** {@code 09:00 EST}, {@code 22:00}: only where the label of the zone stands beside it. */
  public static String hour(Instant instant, ZoneId zone) {
    ZonedDateTime there = instant.atZone(zone);
    String hour = CLOCK.format(there);
    return ZoneLabels.abbreviation(zone, instant).map(name -> hour + " " + name).orElse(hour);
  }

  /**
   * {@code in 3 h}, {@code 20 min ago}, {@code now}: beside an absolute time, never in its place.
   * Cut down to the whole unit, so that it never promises more time than there is.
   */
  public static String relative(Instant instant, Instant now) {
    Duration ahead = Duration.between(now, instant);
    Duration length = ahead.abs();
    if (length.toMinutes() == 0) {
      return "now";
    }
    return ahead.isNegative() ? length(length) + " ago" : "in " + length(length);
  }

  private static String length(Duration length) {
    if (length.compareTo(MINUTES_SHOWN_BELOW) < 0) {
      return length.toMinutes() + " min";
    }
    if (length.compareTo(HOURS_SHOWN_BELOW) < 0) {
      return length.toHours() + " h";
    }
    return length.toDays() + " d";
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.US);
  }
}
