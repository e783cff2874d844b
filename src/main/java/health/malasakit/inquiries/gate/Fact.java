package health.malasakit.inquiries.gate;

import health.malasakit.kernel.Refused;
import java.util.Locale;

/** A fact by which a caller is known. */
public enum Fact {
  NAME,
  BIRTH_DATE,
  PHONE,
  ZIP,
  ADDRESS,
  MRN,
  /** The name of whoever speaks for her, which is on file. */
  REPRESENTATIVE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** One that may be asked beside name and birth date. */
  static Fact further(String code) {
    for (var fact : new Fact[] {PHONE, ZIP, ADDRESS, MRN}) {
      if (fact.code().equals(code)) {
        return fact;
      }
    }
    throw Refused.invalid("caller.fact").onField("fact");
  }
}
