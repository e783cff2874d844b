package health.malasakit.directory;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** A place where a clinic sees patients, or a facility that a file named. */
public record Site(
    SiteId id,
    OrganizationId organization,
    Details details,
    Zone zoneState,
    Source source,
    boolean active,
    long version) {

  /** What a person types. */
  public record Details(String name, Address address, Book book) {}

  /** Who is the master of its book. */
  public enum Book {
    OURS,
    THEIRS;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How sure its zone is. Never derived from the state alone. */
  public sealed interface Zone {

    /** Nobody knows. */
    record Unknown() implements Zone {}

    /** Guessed from the ZIP; a person has to look. */
    record Proposed(ZoneId zone) implements Zone {}

    /** A person looked; {@code by} is empty when a job made the site. */
    record Confirmed(ZoneId zone, Optional<AccountId> by, Instant at) implements Zone {}
  }

  public String name() {
    return details.name();
  }

  public Address address() {
    return details.address();
  }

  public Book book() {
    return details.book();
  }

  /** The zone as far as it is known, confirmed or not. */
  public Optional<ZoneId> zone() {
    return switch (zoneState) {
      case Zone.Unknown unknown -> Optional.empty();
      case Zone.Proposed(ZoneId zone) -> Optional.of(zone);
      case Zone.Confirmed confirmed -> Optional.of(confirmed.zone());
    };
  }

  public boolean zoneConfirmed() {
    return zoneState instanceof Zone.Confirmed;
  }

  /** Whether visits can be booked here at all: it is in use, and its zone is certain. */
  public boolean bookable() {
    return active && zoneConfirmed();
  }
}
