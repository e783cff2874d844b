package health.malasakit.directory;

import health.malasakit.access.Organization;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.messaging.HealthWords;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An organization as callers and specialists meet it. Holidays are those from yesterday on.
 *
 * @param off what people in some countries may not do with its pages
 */
public record Clinic(
    Organization organization,
    Profile profile,
    List<ClinicNumber> numbers,
    WeekHours hours,
    List<Holiday> holidays,
    Set<SwitchedOff> off,
    Versions versions) {

  /**
   * What a person writes about it.
   *
   * @param greeting read aloud when a call is taken
   * @param neutralName for envelopes and voicemail, tells nothing about the kind of care
   * @param zone in which its hours and holidays are meant; empty until a person said it
   */
  public record Profile(String greeting, String neutralName, Optional<ZoneId> zone) {
    public static final Profile EMPTY = new Profile("", "", Optional.empty());

    /** As whom it writes; empty while it has no neutral name, or one that is not neutral. */
    public String openName() {
      return HealthWords.tell(neutralName) ? "" : neutralName;
    }
  }

  /** What a form sends back to show which state it has seen; 0 before the first saving. */
  public record Versions(long profile, long hours) {}

  /** A way in which facts leave the screen. */
  public enum Export {
    PRINT,
    COPY,
    CSV;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** People who work from this country (ISO 3166 alpha-2) may not do this. */
  public record SwitchedOff(String country, Export what) {}

  public OrganizationId id() {
    return organization.id();
  }

  public String slug() {
    return organization.slug();
  }

  public String name() {
    return organization.name();
  }

  /** Empty until a person said it: hours without a zone are no hours. */
  public Optional<ZoneId> zone() {
    return profile.zone();
  }

  /** Whether it is open at that moment; a clinic without a zone never is. */
  public boolean openAt(Instant at) {
    return zone().filter(zone -> hours.openAt(at, zone, holidays)).isPresent();
  }

  /** Its first opening at or after that moment, at most 60 days ahead. */
  public Optional<Instant> nextOpening(Instant after) {
    return zone().flatMap(zone -> hours.nextOpening(after, zone, holidays));
  }

  /** When its last hours of a date end; empty when it is closed then, or has no zone. */
  public Optional<Instant> lastClosing(LocalDate date) {
    return zone().flatMap(zone -> hours.lastClosing(date, zone, holidays));
  }

  /**
   * When its work ends on the first day, from today on, on which more than that is left of it; at
   * most 60 days ahead. Empty while nobody said when it is open.
   */
  public Optional<Instant> workEnds(Instant now, Duration left) {
    return zone().flatMap(zone -> hours.workEnds(now.plus(left), zone, holidays));
  }

  /** Whether people who work from that country may do this with its pages. */
  public boolean allows(Export what, String country) {
    return !off.contains(new SwitchedOff(country, what));
  }
}
