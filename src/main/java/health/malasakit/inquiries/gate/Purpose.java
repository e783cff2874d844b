package health.malasakit.inquiries.gate;

import health.malasakit.access.records.CallerGate.Depth;
import java.util.Locale;

/**
 * For what an organization that rings may hear of a patient without asking her (45 CFR 164.506(c),
 * from general knowledge, verify).
 */
public enum Purpose {
  /** Another provider treats her: the minimum necessary does not bind (45 CFR 164.502(b)(2)(i)). */
  TREATMENT(Depth.RECORD),
  /** A payer pays for her: no more than that takes (45 CFR 164.502(b)). */
  PAYMENT(Depth.PAYMENT);

  private final Depth depth;

  Purpose(Depth depth) {
    this.depth = depth;
  }

  Depth depth() {
    return depth;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Purpose of(CallerKind party) {
    return party == CallerKind.PAYER ? PAYMENT : TREATMENT;
  }
}
