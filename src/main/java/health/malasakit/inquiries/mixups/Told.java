package health.malasakit.inquiries.mixups;

import java.util.Locale;

/** What had been said or sent before it was noticed. */
public enum Told {
  /** The caller was proven for the wrong person, and her record was open to the call. */
  PROVEN,
  /** Facts of the wrong person were said to somebody else. */
  FACTS,
  /** Day, place or what to bring was read aloud. */
  READ_BACK,
  /** A text, a letter or an e-mail went out. */
  SENT,
  /** It was copied into the clinic's own system. */
  COPIED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The one of a code.
   *
   * @throws health.malasakit.kernel.Refused invalid, code {@code choice.unknown}
   */
  public static Told of(String code) {
    return Codes.read(Told.class, code);
  }
}
