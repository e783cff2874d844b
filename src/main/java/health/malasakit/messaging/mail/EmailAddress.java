package health.malasakit.messaging.mail;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that mail goes to or comes from, as a mail server takes it (RFC 5321): letters of
 * ASCII, no quotes, a domain with a dot. So none can end a line of a mail, or begin another.
 */
public record EmailAddress(String value) {

  private static final int LENGTH_MAX = 254;
  private static final int LOCAL_LENGTH_MAX = 64;
  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern WHOLE =
      Pattern.compile(ATOM + "(?:\\." + ATOM + ")*@" + LABEL + "(?:\\." + LABEL + ")+");

  /**
   * Takes it as it is.
   *
   * @throws IllegalArgumentException when it is none
   */
  public EmailAddress {
    if (value.length() > LENGTH_MAX
        || value.indexOf('@') > LOCAL_LENGTH_MAX
        || !WHOLE.matcher(value).matches()) {
      throw new IllegalArgumentException("not an e-mail address");
    }
  }

  /** What somebody wrote; empty when no mail can go there. */
  public static Optional<EmailAddress> of(String written) {
    try {
      return Optional.of(new EmailAddress(written.strip()));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** What stands before the at sign. */
  String box() {
    return value.substring(0, value.indexOf('@'));
  }

  /** What follows the at sign. */
  public String domain() {
    return value.substring(value.indexOf('@') + 1);
  }

  @Override
  public String toString() {
    return "EmailAddress";
  }
}
