package health.malasakit.inquiries.interpreters;

import health.malasakit.kernel.Refused;
import java.util.Locale;

/** Why nobody interpreted. */
public enum Declined {
  /** The caller wishes to go on without, in whatever words both have. */
  WITHOUT,
  /** An adult with her interprets, because she asked for that in private: 45 CFR 92.201(e). */
  COMPANION,
  /** No interpreter of the language is to be had now. */
  NOBODY,
  /** It turned out that both speak a language well enough. */
  NOT_NEEDED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The reason of a code.
   *
   * @throws Refused invalid, code {@code interpreter.reason}
   */
  static Declined of(String code) {
    for (var one : values()) {
      if (one.code().equals(code)) {
        return one;
      }
    }
    throw Refused.invalid("interpreter.reason").onField("declined");
  }
}
