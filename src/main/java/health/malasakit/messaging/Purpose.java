package health.malasakit.messaging;

import java.util.Locale;

/** What a patient is reached for. */
public enum Purpose {
  /** Visits, results, follow-up. */
  CARE,
  BILLING,
  SURVEY,
  MARKETING;

  /** As the ledger writes it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the ledger wrote. */
  public static Purpose of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
