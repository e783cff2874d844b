package health.malasakit.messaging;

import java.util.Locale;

/** How a patient said what she said. */
public enum ConsentBasis {
  WRITTEN,
  SPOKEN,
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

  static ConsentBasis of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
