package health.malasakit.inquiries.gate;

import health.malasakit.kernel.Refused;
import java.util.Locale;

/** Who is calling. */
public enum CallerKind {
  PATIENT,
  FOR_HER,
  OFFICE,
  PAYER,
  /** Not about a patient. */
  NOBODY;

  /** Whether it rings for an organization of its own: an office, a pharmacy, a payer. */
  public boolean party() {
    return this == OFFICE || this == PAYER;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The kind of a code.
   *
   * @throws Refused invalid, code {@code caller.kind}
   */
  public static CallerKind of(String code) {
    for (var kind : values()) {
      if (kind.code().equals(code)) {
        return kind;
      }
    }
    throw Refused.invalid("caller.kind").onField("caller");
  }
}
