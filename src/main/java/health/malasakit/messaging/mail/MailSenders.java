package health.malasakit.messaging.mail;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.messaging.HealthWords;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** As whom each clinic writes e-mail. */
@Component
public class MailSenders {

  private static final int NAME_LENGTH_MAX = 80;

  /** So that a Message-ID of ours has room beside its domain. */
  private static final int ADDRESS_LENGTH_MAX = 200;

  private final MailSenderStore store;
  private final Mails mails;
  private final Audit audit;
  private final Clock clock;

  MailSenders(MailSenderStore store, Mails mails, Audit audit, Clock clock) {
    this.store = store;
    this.mails = mails;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether there is a mail server at all; a setting of the server, the same for every clinic. */
  public boolean isConnected() {
    return mails.isConnected();
  }

  /** As whom the clinic writes; empty while it writes none. */
  @Transactional(readOnly = true)
  public Optional<MailSender> of(OrganizationId organization) {
    return store.newest(organization);
  }

  /**
   * What somebody typed.
   *
   * @param reply empty: answers go to the address from which it is sent
   */
  public record Typed(String name, String address, String reply) {}

  /**
   * From now on so; nothing typed: no e-mail.
   *
   * @throws Refused invalid, with the field: code {@code mail.name}, {@code mail.address}, {@code
   *     mail.reply}; {@code mail.health} for a name, or what stands before the @ of an address,
   *     with a word that tells of a kind of care
   */
  @Transactional
  public void set(OrganizationId organization, Typed typed) {
    var by = Scopes.current().account().map(AccountId::value);
    store.add(organization, sender(typed), new MailSenderStore.Set(by, clock.instant()));
    audit.done(Act.on(organization, "changed", "clinic", organization.value()).with("mail-sender"));
  }

  private static Optional<MailSender> sender(Typed typed) {
    if ((typed.name() + typed.address() + typed.reply()).isBlank()) {
      return Optional.empty();
    }
    var name = typed.name().strip();
    if (name.isEmpty()
        || name.length() > NAME_LENGTH_MAX
        || name.codePoints().anyMatch(Character::isISOControl)) {
      throw Refused.invalid("mail.name", NAME_LENGTH_MAX).onField("name");
    }
    openly("name", name);
    var address =
        EmailAddress.of(typed.address())
            .filter(one -> one.value().length() <= ADDRESS_LENGTH_MAX)
            .orElseThrow(() -> Refused.invalid("mail.address").onField("address"));
    var reply =
        typed.reply().isBlank()
            ? address
            : EmailAddress.of(typed.reply())
                .orElseThrow(() -> Refused.invalid("mail.reply").onField("reply"));
    openly("address", address.box());
    openly("reply", reply.box());
    return Optional.of(new MailSender(name, address, reply));
  }

  /** Whoever sees a mailbox reads as whom it was written. */
  private static void openly(String field, String words) {
    HealthWords.in(words)
        .ifPresent(word -> {
          throw Refused.invalid("mail.health", word).onField(field);
        });
  }
}
