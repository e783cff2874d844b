package health.malasakit.messaging.mail;

import health.malasakit.messaging.HealthWords;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * As whom a clinic writes.
 *
 * @param name what stands beside the address, and tells nothing of the kind of care
 * @param reply where an answer goes
 */
public record MailSender(String name, EmailAddress address, EmailAddress reply) {

  /** Whether no word of it tells of a kind of care; the domain is not chosen here. */
  public boolean isNeutral() {
    return Stream.of(name, address.box(), reply.box()).noneMatch(HealthWords::tell);
  }

  /** The Message-ID of what goes out under this id, by which it is found again. */
  public String messageId(UUID outgoing) {
    return outgoing + "@" + address.domain();
  }
}
