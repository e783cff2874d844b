package health.malasakit.messaging.mail;

/** Why a mail server does not take a mail, as far as it tells what to do next. */
public enum WhyNoMail {
  /** It may take it later: it is busy, away, or broke off before the mail was told to the end. */
  LATER,
  /** It says that this address is none, or takes nothing. */
  NO_MAILBOX,
  /** The settings, the sending address or the mail are not right: the administrator has to look. */
  OURS;

  private static final String ABOUT_THE_ADDRESS = "-to";

  /** What a code of a declined mail means. */
  public static WhyNoMail of(String code) {
    if (code.startsWith("smtp-4")) {
      return LATER; // RFC 5321, 4.2.1: a transient negative answer
    }
    if (code.startsWith("smtp-") && code.endsWith(ABOUT_THE_ADDRESS)) {
      return NO_MAILBOX;
    }
    return switch (code) {
      case "unreachable", "lost", SmtpLine.NONSENSE -> LATER;
      default -> OURS;
    };
  }
}
