package health.malasakit.inquiries.outbound;

import health.malasakit.kernel.Phone;
import health.malasakit.patients.reach.NumberStanding;
import java.util.Locale;
import java.util.Optional;

/**
 * A number of a patient as it stands now.
 *
 * @param stopped why nothing goes out to it; empty when it reaches her
 */
public record SafeNumber(
    Phone phone, Standing standing, Optional<NumberStanding> stopped, Leaving leaving) {

  /** Whether it may be dialled. */
  public enum Standing {
    SAFE,
    /** Somebody else answers, or nobody ever will. */
    STOPPED,
    /** She said that she is not to be called there. */
    DO_NOT_CALL,
    /** What we call about is for her alone, and she is not alone at this number. */
    NOT_HERS,
    /** Outside the hours that are safe for her. */
    NOT_NOW,
    /** No carrier could have assigned it. */
    NO_NUMBER;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether a message may be left there. */
  public enum Leaving {
    /** With nothing but names and a number. */
    USUAL,
    /** With the words that are safe for her. */
    HERS,
    NOT
  }

  public boolean mayRing() {
    return standing == Standing.SAFE;
  }

  @Override
  public String toString() {
    return "SafeNumber[" + standing + "]";
  }
}
