package health.malasakit.patients.speaking;

import java.util.Locale;

/** What somebody may do for a patient. */
public enum Speaking {
  /** Make, move and cancel visits. */
  BOOK,
  /** Hear facts about her. */
  ASK,
  /** Pay and talk about bills. */
  PAY,
  /** Consent to care. */
  DECIDE;

  /** As tables and files write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The value of a code; throws {@link IllegalArgumentException} when there is none. */
  public static Speaking of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
