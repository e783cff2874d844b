package health.malasakit.inquiries.outbound;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;

/** A part of the patient's day: who does not answer in the morning may answer in the evening. */
public enum DayPart {
  MORNING(Hours.FIRST, LocalTime.NOON),
  AFTERNOON(LocalTime.NOON, LocalTime.of(17, 0)),
  EVENING(LocalTime.of(17, 0), Hours.LAST);

  private final LocalTime from;
  private final LocalTime until;

  DayPart(LocalTime from, LocalTime until) {
    this.from = from;
    this.until = until;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  Instant begins(LocalDate day, ZoneId zone) {
    return day.atTime(from).atZone(zone).toInstant();
  }

  Instant ends(LocalDate day, ZoneId zone) {
    return day.atTime(until).atZone(zone).toInstant();
  }

  /** Where an hour lies; an early one is of the morning, a late one of the evening. */
  static DayPart of(LocalTime hour) {
    if (hour.isBefore(MORNING.until)) {
      return MORNING;
    }
    return hour.isBefore(AFTERNOON.until) ? AFTERNOON : EVENING;
  }
}
