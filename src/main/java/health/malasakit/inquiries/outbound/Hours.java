package health.malasakit.inquiries.outbound;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a patient may be called, on her own clock. From eight to nine in the evening is what federal
 * rules allow sellers (47 CFR 64.1200(c)(1), from general knowledge, verify); a clinic that calls
 * about care keeps to it out of courtesy, unless she asked for another hour.
 *
 * @param wish the hours she asked for; they count beside the usual ones, on any day
 * @param asked one moment that she asked for: from a little before until an hour later, that once
 */
public record Hours(ZoneId zone, Optional<Wish> wish, Optional<Asked> asked) {

  /** The first hour. */
  public static final LocalTime FIRST = LocalTime.of(8, 0);

  /** From here on no more. */
  public static final LocalTime LAST = LocalTime.of(21, 0);

  /** Whether she may be called at that moment. */
  public boolean allow(Instant at) {
    var hour = LocalTime.ofInstant(at, zone);
    return usual(hour)
        || wish.filter(one -> one.covers(hour)).isPresent()
        || asked.filter(one -> one.covers(at)).isPresent();
  }

  /** The first moment from then on at which she may be called. */
  public Instant next(Instant from) {
    if (allow(from)) {
      return from;
    }
    var day = from.atZone(zone).toLocalDate();
    var daily =
        Stream.of(day, day.plusDays(1))
            .flatMap(one ->
                Stream.concat(Stream.of(FIRST), wish.map(Wish::from).stream()).map(one::atTime))
            .map(begin -> begin.atZone(zone).toInstant());
    return Stream.concat(daily, asked.map(Asked::at).stream())
        .filter(begin -> begin.isAfter(from))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static boolean usual(LocalTime hour) {
    return !hour.isBefore(FIRST) && hour.isBefore(LAST);
  }
}
