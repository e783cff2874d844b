package health.malasakit.messaging;

import java.util.Locale;

/** A way to reach a patient. */
public enum Channel {
  CALL,
  TEXT,
  EMAIL,
  LETTER,
  VOICEMAIL;

  /** As the ledger writes it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Channel of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
