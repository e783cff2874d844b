package health.malasakit.ui;

import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Sentences;
import health.malasakit.kernel.SpokenDate;
import health.malasakit.kernel.SpokenHour;
import health.malasakit.kernel.WallTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A moment as it is typed on a form with the fields {@code day}, {@code hour} and {@code fold}.
 *
 * @param day in any common order, or in words
 * @param hour on the clinic's wall
 * @param fold which of the two where the hour happens twice: earlier, later; empty: nobody said
 */
public record TypedMoment(String day, String hour, String fold) {

  private static final BiFunction<String, LocalDate, SpokenDate> AHEAD = SpokenDate::parse;
  private static final BiFunction<String, LocalDate, SpokenDate> PAST = SpokenDate::parsePast;

  /** Where nobody asks which of two is meant. */
  public TypedMoment(String day, String hour) {
    this(day, hour, "");
  }

  /** Proposed until somebody says otherwise; empty fields for none. */
  public static TypedMoment of(Optional<Instant> at, ZoneId zone) {
    return at.map(moment -> moment.atZone(zone))
        .map(wall ->
            new TypedMoment(
                Moments.day(wall.toLocalDate()), new SpokenHour(wall.toLocalTime()).echo()))
        .orElse(new TypedMoment("", ""));
  }

  /** What is wrong with a moment in the time to come. */
  public Errors errorsAhead(ZoneId zone, Instant now) {
    var errors = unread(AHEAD, zone, now);
    return errors.any() || ahead(zone, now).isAfter(now)
        ? errors
        : Errors.NONE.and("day", Sentences.of("ui.moment.passed"));
  }

  /** What is wrong with a moment that has been. */
  public Errors errorsPast(ZoneId zone, Instant now) {
    var errors = unread(PAST, zone, now);
    if (errors.any()) {
      return errors;
    }
    if (fold().isEmpty() && !twice(zone, now).isEmpty()) {
      return Errors.NONE.and("fold", Sentences.of("ui.moment.twice"));
    }
    return past(zone, now).isAfter(now)
        ? Errors.NONE.and("hour", Sentences.of("ui.moment.to_come"))
        : Errors.NONE;
  }

  /** The two that may be meant of a moment that has been; empty where the hour happened once. */
  public List<Choice> twice(ZoneId zone, Instant now) {
    try {
      return switch (WallTime.resolve(wall(PAST, zone, now), zone)) {
        case WallTime.Resolution.Ambiguous(var earlier, var later) ->
            later.instant().isAfter(now) ? List.of() : List.of(choice(earlier), choice(later));
        case WallTime.Resolution.Exact _, WallTime.Resolution.Missing _ -> List.of();
      };
    } catch (Refused unread) {
      return List.of();
    }
  }

  private static Choice choice(WallTime one) {
    var code = one.fold().name().toLowerCase(Locale.ROOT);
    return Choice.of(
        code, Sentences.of("ui.moment.twice." + code, Moments.at(one.instant(), one.zone())));
  }

  /**
   * The moment to come; call it when {@link #errorsAhead} found nothing. Where an hour happens
   * twice the earlier one is meant: what was promised is rather kept too early.
   */
  public Instant ahead(ZoneId zone, Instant now) {
    return at(AHEAD, zone, now);
  }

  /** The moment that has been; call it when {@link #errorsPast} found nothing. */
  public Instant past(ZoneId zone, Instant now) {
    return at(PAST, zone, now);
  }

  private Errors unread(
      BiFunction<String, LocalDate, SpokenDate> reading, ZoneId zone, Instant now) {
    var errors = Errors.NONE;
    try {
      var _ = reading.apply(day, LocalDate.ofInstant(now, zone));
    } catch (Refused wrong) {
      errors = errors.and("day", wrong.sentence());
    }
    try {
      SpokenHour.parse(hour);
    } catch (Refused wrong) {
      errors = errors.and("hour", wrong.sentence());
    }
    return errors.any() ? errors : unreachable(reading, zone, now);
  }

  /** An hour that a clock skips. */
  private Errors unreachable(
      BiFunction<String, LocalDate, SpokenDate> reading, ZoneId zone, Instant now) {
    try {
      at(reading, zone, now);
      return Errors.NONE;
    } catch (Refused gap) {
      return Errors.NONE.and("hour", gap.sentence());
    }
  }

  private Instant at(BiFunction<String, LocalDate, SpokenDate> reading, ZoneId zone, Instant now) {
    var which = fold.equals("later") ? WallTime.Fold.LATER : WallTime.Fold.EARLIER;
    return WallTime.of(wall(reading, zone, now), zone, which).instant();
  }

  private LocalDateTime wall(
      BiFunction<String, LocalDate, SpokenDate> reading, ZoneId zone, Instant now) {
    var date = reading.apply(day, LocalDate.ofInstant(now, zone)).date();
    return LocalDateTime.of(date, SpokenHour.parse(hour).time());
  }

  /** When something happened about somebody is printed nowhere. */
  @Override
  public String toString() {
    return "TypedMoment[]";
  }
}
