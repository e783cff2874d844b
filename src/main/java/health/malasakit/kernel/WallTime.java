package health.malasakit.kernel;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRulesProvider;
import java.util.Locale;

/**
 * The time on a clinic's wall: what a visit is kept as. The instant is derived from it, so that a
 * visit keeps its hour when a government changes the clocks. New wall times come from {@link
 * #resolve} or {@link #of}, which refuse an hour that does not exist; the constructor takes what a
 * row holds, because new zone data can open a gap under a visit already made.
 *
 * @param fold which of the two when the hour happens twice; {@code EARLIER} everywhere else
 */
public record WallTime(LocalDateTime local, ZoneId zone, Fold fold) {

  /** Which of the two in the hour that the clocks repeat. */
  public enum Fold {
    EARLIER,
    LATER
  }

  /** What a time on a clinic's wall turns out to be. */
  public sealed interface Resolution {
    /** Happens once. */
    record Exact(WallTime time) implements Resolution {}

    /** Happens twice: a person says which. */
    record Ambiguous(WallTime earlier, WallTime later) implements Resolution {}

    /** Never happens: the clocks jump over it. */
    record Missing(Refused why) implements Resolution {}
  }

  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /** Says whether that time exists in that zone once, twice or never. */
  public static Resolution resolve(LocalDateTime local, ZoneId zone) {
    return switch (zone.getRules().getValidOffsets(local).size()) {
      case 0 -> new Resolution.Missing(missing(local, zone));
      case 1 -> new Resolution.Exact(new WallTime(local, zone, Fold.EARLIER));
      default ->
          new Resolution.Ambiguous(
              new WallTime(local, zone, Fold.EARLIER), new WallTime(local, zone, Fold.LATER));
    };
  }

  /**
   * The one instant that clinic's wall shows so.
   *
   * @throws Refused invalid, codes {@code time.missing} and {@code time.ambiguous}
   */
  public static WallTime of(LocalDateTime local, ZoneId zone) {
    return switch (resolve(local, zone)) {
      case Resolution.Exact(WallTime time) -> time;
      case Resolution.Missing(Refused why) -> throw why;
      case Resolution.Ambiguous(WallTime earlier, WallTime later) ->
          throw ambiguous(earlier, later);
    };
  }

  /**
   * As {@link #of(LocalDateTime, ZoneId)}, when a person has said which of the two; outside the
   * repeated hour the fold is dropped.
   *
   * @throws Refused invalid, code {@code time.missing}
   */
  public static WallTime of(LocalDateTime local, ZoneId zone, Fold fold) {
    return switch (resolve(local, zone)) {
      case Resolution.Exact(WallTime time) -> time;
      case Resolution.Missing(Refused why) -> throw why;
      case Resolution.Ambiguous(WallTime earlier, WallTime later) ->
          fold == Fold.EARLIER ? earlier : later;
    };
  }

  /** What that clinic's wall shows at that instant, fold included. */
  public static WallTime at(Instant instant, ZoneId zone) {
    LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
    WallTime earlier = new WallTime(local, zone, Fold.EARLIER);
    return earlier.instant().equals(instant) ? earlier : new WallTime(local, zone, Fold.LATER);
  }

  /** Derived with the zone data of this JVM; in a gap, later by the length of the gap. */
  public Instant instant() {
    ZonedDateTime either = local.atZone(zone);
    ZonedDateTime chosen =
        fold == Fold.EARLIER
            ? either.withEarlierOffsetAtOverlap()
            : either.withLaterOffsetAtOverlap();
    return chosen.toInstant();
  }

  /** The release of the tz database in use, {@code 2026a}: kept beside every derived instant. */
  public static String zoneDataVersion() {
    return ZoneRulesProvider.getVersions("America/New_York").lastKey();
  }

  private static Refused missing(LocalDateTime local, ZoneId zone) {
    ZoneOffsetTransition jump = zone.getRules().getTransition(local);
    return Refused.invalid(
        "time.missing",
        HOUR.format(local),
        Moments.dated(local.toLocalDate()),
        ZoneLabels.label(zone),
        HOUR.format(jump.getDateTimeBefore()),
        HOUR.format(jump.getDateTimeAfter()));
  }

  private static Refused ambiguous(WallTime earlier, WallTime later) {
    return Refused.invalid(
        "time.ambiguous",
        HOUR.format(earlier.local),
        Moments.dated(earlier.local.toLocalDate()),
        ZoneLabels.label(earlier.zone),
        earlier.hourWithAbbreviation(),
        later.hourWithAbbreviation());
  }

  private String hourWithAbbreviation() {
    String hour = HOUR.format(local);
    return ZoneLabels.abbreviation(zone, instant())
        .map(zoneName -> hour + " " + zoneName)
        .orElse(hour);
  }
}
