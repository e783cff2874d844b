package health.malasakit.messaging;

import java.util.Locale;

/** On what ground something goes out to a patient. */
public enum Basis {
  /** She asked for it in a live contact. */
  ASKED,
  /** A line of the consent ledger. */
  CONSENT,
  /** The clinic attested that the number was given to it for care. */
  ATTESTED,
  /** She wrote first. */
  REPLY;

  /** As the ledger writes it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
