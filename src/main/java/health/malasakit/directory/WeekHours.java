package health.malasakit.directory;

import health.malasakit.kernel.Refused;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Hours of each weekday, in wall time of a zone that is given when they are read. A day may have
 * several spans; one that runs past midnight belongs to the day on which it opens.
 */
public record WeekHours(Map<DayOfWeek, List<Span>> days) {

  /** Closed all week. */
  public static final WeekHours NONE = new WeekHours(Map.of());

  /** A clinic that does not open within these many days is not expected to open. */
  private static final int DAYS_LOOKED_AHEAD = 60;

  /**
   * Puts the spans of each day in order.
   *
   * @throws Refused invalid, code {@code hours.overlap}, when two spans share time
   */
  public WeekHours {
    Map<DayOfWeek, List<Span>> sorted = new EnumMap<>(DayOfWeek.class);
    days.forEach((day, spans) -> {
      if (!spans.isEmpty()) {
        sorted.put(day, spans.stream().sorted(Comparator.comparing(Span::opens)).toList());
      }
    });
    days = Map.copyOf(sorted);
    refuseOverlaps(sorted);
  }

  public boolean isEmpty() {
    return days.isEmpty();
  }

  public List<Span> on(DayOfWeek day) {
    return days.getOrDefault(day, List.of());
  }

  /** Whether it is open at that moment by these hours; holidays stand in for their weekday. */
  public boolean openAt(Instant at, ZoneId zone, List<Holiday> holidays) {
    LocalDate today = LocalDate.ofInstant(at, zone);
    Function<LocalDate, List<Span>> spans = spans(holidays);
    return Stream.of(today.minusDays(1), today)
        .anyMatch(date ->
            spans.apply(date).stream()
                .anyMatch(span ->
                    !at.isBefore(span.opensOn(date, zone))
                        && at.isBefore(span.closesAfter(date, zone))));
  }

  /** The first opening at or after that moment; empty when none comes within 60 days. */
  public Optional<Instant> nextOpening(Instant after, ZoneId zone, List<Holiday> holidays) {
    LocalDate today = LocalDate.ofInstant(after, zone);
    Function<LocalDate, List<Span>> spans = spans(holidays);
    return Stream.iterate(today, date -> date.plusDays(1))
        .limit(DAYS_LOOKED_AHEAD)
        .flatMap(date -> spans.apply(date).stream().map(span -> span.opensOn(date, zone)))
        .filter(opening -> !opening.isBefore(after))
        .min(Comparator.naturalOrder());
  }

  /** The moment at which the last hours of a date end; empty when it is closed on that date. */
  public Optional<Instant> lastClosing(LocalDate date, ZoneId zone, List<Holiday> holidays) {
    return spans(holidays).apply(date).stream()
        .map(span -> span.closesAfter(date, zone))
        .max(Comparator.naturalOrder());
  }

  /** The first end of a day's hours after that moment; empty when none comes within 60 days. */
  public Optional<Instant> workEnds(Instant after, ZoneId zone, List<Holiday> holidays) {
    return Stream.iterate(LocalDate.ofInstant(after, zone).minusDays(1), date -> date.plusDays(1))
        .limit(DAYS_LOOKED_AHEAD)
        .flatMap(date -> lastClosing(date, zone, holidays).stream())
        .filter(end -> end.isAfter(after))
        .findFirst();
  }

  private Function<LocalDate, List<Span>> spans(List<Holiday> holidays) {
    return date ->
        holidays.stream()
            .filter(holiday -> holiday.day().equals(date))
            .findFirst()
            .map(holiday -> holiday.hours().stream().toList())
            .orElseGet(() -> on(date.getDayOfWeek()));
  }

  private static void refuseOverlaps(Map<DayOfWeek, List<Span>> days) {
    boolean[] taken = new boolean[7 * 24 * 60];
    days.forEach((day, spans) ->
        spans.forEach(span -> {
          int start = (day.getValue() - 1) * 24 * 60 + span.opens().toSecondOfDay() / 60;
          for (int minute = start; minute < start + span.minutes(); minute++) {
            if (taken[minute % taken.length]) {
              throw overlap(day, span);
            }
            taken[minute % taken.length] = true;
          }
        }));
  }

  private static Refused overlap(DayOfWeek day, Span span) {
    return Refused.invalid("hours.overlap", span)
        .onField(day.name().toLowerCase(java.util.Locale.ROOT));
  }
}
