package health.malasakit.messaging;

import java.util.Locale;

/** A way to reach a patient. */
public enum Channel {
  CALL,
  TEXT,
  EMAIL,
  LETTER,
  VOICEMAIL;

  /** Whether a number reaches her. */
  boolean rings() {
    return this == CALL || this == TEXT || this == VOICEMAIL;
  }

  /** As the ledger writes it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the ledger wrote. */
  public static Channel of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
