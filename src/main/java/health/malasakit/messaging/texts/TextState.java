package health.malasakit.messaging.texts;

import java.util.Locale;

/** Where a text stands. */
public enum TextState {
  /** Written down, and on its way to the gateway. */
  SENDING,
  HANDED_OVER,
  /** It is on her telephone, as the carrier says. */
  DELIVERED,
  /** It did not arrive, as the carrier says. */
  FAILED,
  /** The gateway does not take it. */
  REFUSED,
  /** It went out or it did not; it is never sent again by itself. */
  IN_DOUBT;

  /** As the ledger writes it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static TextState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
