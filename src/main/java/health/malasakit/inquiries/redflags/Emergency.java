package health.malasakit.inquiries.redflags;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A red flag in a contact, and what has been done about it.
 *
 * @param flag code of the {@link RedFlag}
 * @param call in which it was said; empty when there was none
 */
public record Emergency(
    OrganizationId organization,
    EmergencyId id,
    String flag,
    Optional<UUID> call,
    Optional<PatientId> patient,
    AccountId openedBy,
    Instant openedAt,
    Given given,
    Optional<Closed> closed) {

  /**
   * What is known so far; texts are empty until they are given.
   *
   * @param target name and number of whom the call is handed to
   * @param takenBy the clinician who took it
   * @param spokeAt when she spoke
   */
  public record Given(
      String place,
      String callback,
      Optional<Dialler> dialler,
      String target,
      String takenBy,
      Optional<Instant> spokeAt,
      String note) {

    @Override
    public String toString() {
      return "given";
    }
  }

  /** How it ended. */
  public record Closed(Outcome outcome, AccountId by, Instant at) {}

  /** Who dials 911: never a person abroad, from where it does not reach the caller's county. */
  public enum Dialler {
    CALLER,
    COMPANION,
    /** By the ten-digit number of the emergency centre at the caller's address. */
    US_COLLEAGUE,
    NOT_NEEDED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The one of a code; refused when there is none. */
    public static Dialler of(String code) {
      return read(Dialler.class, code);
    }
  }

  /** How an emergency ends. */
  public enum Outcome {
    HELP_ON_THE_WAY,
    CLINICIAN,
    HOTLINE,
    CUT_OFF,
    MISTAKE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The one of a code; refused when there is none. */
    public static Outcome of(String code) {
      return read(Outcome.class, code);
    }
  }

  /** One thing that was given: a code or typed words, by whom, when. */
  public record Step(String what, String words, AccountId by, Instant at) {

    @Override
    public String toString() {
      return what;
    }
  }

  /** Nobody closes as taken over what no clinician took. */
  void requireFit(Outcome outcome) {
    if (outcome == Outcome.CLINICIAN && given.spokeAt().isEmpty()) {
      throw Refused.invalid("emergency.not_taken").onField("takenBy");
    }
  }

  /** What shows which are open listens for. */
  public static String topic(OrganizationId organization) {
    return "emergencies/" + organization;
  }

  static Refused unknown() {
    return Refused.notFound("emergency.none");
  }

  /** What was closed by somebody faster takes nothing any more. */
  static void requireOpen(boolean open) {
    if (!open) {
      throw Refused.conflict("emergency.closed");
    }
  }

  static void requireLength(String text, int most, String field) {
    if (text.strip().length() > most) {
      throw Refused.invalid("emergency.too_long", most).onField(field);
    }
  }

  private static <E extends Enum<E>> E read(Class<E> kind, String code) {
    try {
      return Enum.valueOf(kind, code.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException none) {
      throw Refused.invalid("choice.unknown");
    }
  }

  @Override
  public String toString() {
    return id.toString();
  }
}
