package health.malasakit.messaging.texts;

import health.malasakit.messaging.Handed;

/**
 * Why the gateway takes no text for a number, as far as it tells what to do next. The numbers are
 * Twilio's error codes (its public list, seen 2026-11-26).
 */
public enum WhyDeclined {
  /** No text arrives there: a landline, or no number. */
  NO_MOBILE,
  /** Whoever has the number answered STOP. */
  STOPPED,
  /** The carrier had it and could not bring it, now or ever. */
  NOT_BROUGHT,
  /** Too many at once. */
  BUSY,
  /** Nothing is connected, or the gateway is away. */
  AWAY,
  /** The account or the sending number is not right: the clinic's administrator has to look. */
  OURS;

  /** What a code of {@link Handed.Declined} means. */
  public static WhyDeclined of(String code) {
    return switch (code) {
      // invalid 'To'; not a mobile number; a landline; a landline or unreachable carrier
      case "21211", "21614", "21635", "30006" -> NO_MOBILE;
      // the recipient unsubscribed; said STOP to us while it waited
      case "21610", TextsAgain.CLOSED -> STOPPED;
      // the handset is off or out of reach; blocked; unknown; the carrier does not say
      case "30003", "30004", "30005", "30008" -> NOT_BROUGHT;
      case "20429", "http-429" -> BUSY;
      case "unreachable", "not-configured" -> AWAY;
      default -> OURS;
    };
  }
}
