package health.malasakit.messaging.mail;

import java.util.UUID;

/**
 * As whom a clinic writes.
 *
 * @param name what stands beside the address, and tells nothing of the kind of care
 * @param reply where an answer goes
 */
public record MailSender(String name, EmailAddress address, EmailAddress reply) {

  /** The Message-ID of what goes out under this id, by which it is found again. */
  public String messageId(UUID outgoing) {
    return outgoing + "@" + address.domain();
  }
}
