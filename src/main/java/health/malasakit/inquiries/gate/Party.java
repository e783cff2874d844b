package health.malasakit.inquiries.gate;

import health.malasakit.directory.TransferTargetId;
import health.malasakit.kernel.Refused;
import java.util.Locale;
import java.util.Optional;

/**
 * An organization that rings, as its caller says.
 *
 * @param person name of who speaks for it
 * @param job what that person is there; empty when nobody said
 * @param number where it says that it is reached, as written; empty when nobody said
 * @param onFile which line of the transfer list it is; empty for none
 * @param published where the number stood that we rang; empty when we did not
 * @param reference the payer's own of its call; empty for none
 */
public record Party(
    Sort sort,
    String name,
    String person,
    String job,
    String number,
    Proof proof,
    Optional<TransferTargetId> onFile,
    Optional<Published> published,
    String reference) {

  /** What it is. */
  public enum Sort {
    OFFICE,
    PHARMACY,
    FACILITY,
    PAYER;

    /** What it is as a caller. */
    public CallerKind kind() {
      return this == PAYER ? CallerKind.PAYER : CallerKind.OFFICE;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The one of a code.
     *
     * @throws Refused invalid, code {@code party.sort}
     */
    public static Sort of(String code) {
      return among(values(), code, "party.sort");
    }
  }

  /**
   * How it was proven that the organization is the one it says (45 CFR 164.514(h) names no way:
   * policy, from general knowledge, verify).
   */
  public enum Proof {
    /** Not at all: it may leave a message, and hears nothing. */
    NONE,
    /** The number that it says is the one on the transfer list, and is not the one that rings. */
    ON_FILE,
    /** We rang it at a number that it publishes. */
    CALLED_BACK,
    /** A payer names its own reference, and is the payer of the patient whom it asks about. */
    REFERENCE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Proof of(String code) {
      return among(values(), code, "party.proof");
    }
  }

  /** Where the number stood that we rang; what the caller gave is none of these. */
  public enum Published {
    WEBSITE,
    /** A public list of providers: NPPES, a state's board. */
    REGISTRY,
    LETTER,
    CARD,
    DIRECTORY;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Published of(String code) {
      return among(values(), code, "party.published");
    }
  }

  public boolean verified() {
    return proof != Proof.NONE;
  }

  private static <E extends Enum<E>> E among(E[] values, String code, String refused) {
    for (var one : values) {
      if (one.name().toLowerCase(Locale.ROOT).equals(code)) {
        return one;
      }
    }
    throw Refused.invalid(refused).onField(refused.substring(refused.indexOf('.') + 1));
  }

  @Override
  public String toString() {
    return "Party[" + sort + "]";
  }
}
