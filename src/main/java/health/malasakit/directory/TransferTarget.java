package health.malasakit.directory;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A place that a call can be handed over to, when it answers, and what to do when it does not. */
public record TransferTarget(
    TransferTargetId id, OrganizationId organization, Details details, long version) {

  /**
   * What a person types.
   *
   * @param accountCode what an interpreter vendor asks for first; else empty
   * @param ownHours in the clinic's zone; counts with {@link Reach#OWN_HOURS} only
   */
  public record Details(
      Desk desk,
      String name,
      Phone phone,
      String accountCode,
      Reach reach,
      WeekHours ownHours,
      Fallback fallback) {}

  /** Who answers there. */
  public enum Desk {
    NURSE,
    ON_CALL,
    FRONT_DESK,
    BILLING,
    REFERRALS,
    PHARMACY,
    INTERPRETER;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody who may give medical advice answers. */
    public boolean clinician() {
      return this == NURSE || this == ON_CALL;
    }
  }

  /** When it answers. */
  public enum Reach {
    ALWAYS,
    OPEN_HOURS,
    AFTER_HOURS,
    OWN_HOURS;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What to do when nobody answers: try another, or what the words say, or first one then both. */
  public record Fallback(Optional<TransferTargetId> next, String words) {}

  /** Without a way on, a caller would be sent into silence. */
  void refuseIncomplete() {
    Fallback fallback = details.fallback();
    if (fallback.next().isEmpty() && fallback.words().isBlank()) {
      throw Refused.invalid("transfer.fallback").onField("fallback");
    }
    if (fallback.next().filter(id::equals).isPresent()) {
      throw Refused.invalid("transfer.fallback/itself").onField("fallback");
    }
    if (!details.phone().valid()) {
      throw Refused.invalid("transfer.phone").onField("phone");
    }
    if (details.reach() == Reach.OWN_HOURS && details.ownHours().isEmpty()) {
      throw Refused.invalid("transfer.hours").onField("reach");
    }
  }

  TransferTarget withOwnHours(WeekHours hours) {
    Details with =
        new Details(
            details.desk(),
            details.name(),
            details.phone(),
            details.accountCode(),
            details.reach(),
            hours,
            details.fallback());
    return new TransferTarget(id, organization, with, version);
  }

  /** Whether it is said to answer at that moment; outside any known zone only {@code ALWAYS}. */
  public boolean reachableAt(Instant at, Clinic clinic) {
    return switch (details.reach()) {
      case ALWAYS -> true;
      case OPEN_HOURS -> clinic.openAt(at);
      case AFTER_HOURS -> clinic.zone().isPresent() && !clinic.openAt(at);
      case OWN_HOURS ->
          clinic
              .zone()
              .filter(zone -> details.ownHours().openAt(at, zone, java.util.List.of()))
              .isPresent();
    };
  }
}
