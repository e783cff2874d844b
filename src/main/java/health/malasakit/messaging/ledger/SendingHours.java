package health.malasakit.messaging.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When something may go out to a patient: in every zone where she may be, within the outer bound,
 * the rules of each of her states and the hours of her clinic.
 *
 * @param zones at least one
 * @param states two letters each; none where nobody knows
 */
public record SendingHours(Set<ZoneId> zones, Set<String> states, Rule rule) {

  private static final int DAYS_AHEAD = 14;
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final long A_DAY = Duration.ofDays(1).toMinutes();

  /** Refuses nobody's. */
  public SendingHours {
    zones = Set.copyOf(zones);
    states = Set.copyOf(states);
    if (zones.isEmpty()) {
      throw new IllegalArgumentException("Hours of no zone");
    }
  }

  /** Whether something may go out at that moment. */
  public boolean allow(Instant at) {
    return zones.stream()
        .allMatch(zone -> windows(at, zone).allMatch(one -> covers(one, at, zone)));
  }

  /** The first moment from then on; empty when there is none within fourteen days. */
  public Optional<Instant> next(Instant from) {
    if (allow(from)) {
      return Optional.of(from);
    }
    return beginnings(from).stream()
        .filter(begin -> begin.isAfter(from) && allow(begin))
        .findFirst();
  }

  /**
   * The last moment until then, to the quarter of an hour; empty when there is none within a day.
   */
  public Optional<Instant> last(Instant until) {
    return Stream.iterate(until, one -> one.minus(QUARTER))
        .limit(A_DAY / QUARTER.toMinutes())
        .filter(this::allow)
        .findFirst();
  }

  /** Only where some window begins can all of them be open for the first time. */
  private List<Instant> beginnings(Instant from) {
    return zones.stream()
        .flatMap(zone -> {
          var first = LocalDate.ofInstant(from, zone);
          return first
              .datesUntil(first.plusDays(DAYS_AHEAD))
              .flatMap(day -> windows(day).map(one -> day.atTime(one.from()).atZone(zone)));
        })
        .map(java.time.ZonedDateTime::toInstant)
        .distinct()
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private Stream<Window> windows(Instant at, ZoneId zone) {
    return windows(LocalDate.ofInstant(at, zone));
  }

  private Stream<Window> windows(LocalDate day) {
    var weekday = day.getDayOfWeek();
    return Stream.concat(
        Stream.of(Window.OUTER, rule.on(weekday)), StateHours.of(states, weekday).stream());
  }

  private static boolean covers(Window one, Instant at, ZoneId zone) {
    return one.covers(LocalTime.ofInstant(at, zone));
  }
}
