package health.malasakit.inquiries.mixups;

import java.util.Locale;

/** What nearly went to the wrong person. */
public enum Nearly {
  /** The caller was nearly taken for somebody else. */
  PROVEN,
  /** Facts were nearly told to another person. */
  TOLD,
  /** A visit was nearly booked, moved or cancelled. */
  BOOKED,
  /** A note, a message or a promise was nearly written. */
  WRITTEN,
  /** A text, a letter or an e-mail nearly went out. */
  SENT,
  /** Another person's number was nearly dialled. */
  CALLED,
  OTHER;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The one of a code.
   *
   * @throws health.malasakit.kernel.Refused invalid, code {@code choice.unknown}
   */
  public static Nearly of(String code) {
    return Codes.read(Nearly.class, code);
  }
}
