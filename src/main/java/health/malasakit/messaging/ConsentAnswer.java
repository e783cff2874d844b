package health.malasakit.messaging;

import java.util.Locale;

/** What she said. */
public enum ConsentAnswer {
  GIVEN,
  REFUSED,
  REVOKED;

  /** As the ledger writes it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the ledger wrote. */
  public static ConsentAnswer of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
