package health.malasakit.messaging.mail;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail that is to go out: plain text, to one person.
 *
 * @param messageId by which it is found again, {@link MailSender#messageId}; without brackets
 * @param body lines may end as they like
 */
public record Email(
    String messageId,
    MailSender from,
    EmailAddress to,
    String subject,
    String body,
    Optional<Invitation> invitation) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}@[A-Za-z0-9.-]{1,253}");

  /**
   * Takes it as it is.
   *
   * @throws IllegalArgumentException for a Message-ID that would break a header
   */
  public Email {
    if (!ID.matcher(messageId).matches()) {
      throw new IllegalArgumentException("not a Message-ID");
    }
  }

  /** One without an invitation. */
  public static Email plain(String messageId, MailSender from, EmailAddress to, Words words) {
    return new Email(messageId, from, to, words.subject(), words.body(), Optional.empty());
  }

  /** What it says. */
  public record Words(String subject, String body) {

    @Override
    public String toString() {
      return "Words";
    }
  }

  /** The same with an invitation that calendars read. */
  public Email with(Invitation visit) {
    return new Email(messageId, from, to, subject, body, Optional.of(visit));
  }

  /** What a mail says and to whom is printed nowhere. */
  @Override
  public String toString() {
    return "Email[" + messageId + "]";
  }
}
