package health.malasakit.messaging;

import java.util.Locale;

/** How a patient said what she said. */
public enum ConsentBasis {
  WRITTEN,
  /** Asked, with the words that were read aloud. */
  SPOKEN,
  /** The patient gave this number to be reached on it for care; it counts for nothing else. */
  NUMBER_GIVEN,
  PORTAL,
  /** She answered a message, for example with STOP. */
  REPLY,
  /** Asked when she was registered. */
  REGISTRATION,
  IMPORT;

  /** As the ledger writes it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the ledger wrote. */
  public static ConsentBasis of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
