package health.malasakit.inquiries.mixups;

import java.util.Locale;

/** Whose slip it was, as whoever found it says; counted, never held against anybody. */
public enum Slip {
  MINE,
  /** Noticed before anything was said or sent. */
  CATCH,
  OTHERS;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The one of a code.
   *
   * @throws health.malasakit.kernel.Refused invalid, code {@code choice.unknown}
   */
  public static Slip of(String code) {
    return Codes.read(Slip.class, code);
  }
}
