package health.malasakit.messaging.ledger;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.messaging.Channel;
import health.malasakit.messaging.Handed;
import health.malasakit.messaging.mail.Email;
import health.malasakit.messaging.mail.EmailAddress;
import health.malasakit.messaging.mail.Invitation;
import health.malasakit.messaging.mail.MailSender;
import health.malasakit.messaging.mail.MailSenders;
import health.malasakit.messaging.mail.Mails;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages that leave as e-mails; a confirmation carries what calendars read. */
@Component
class OutwardMails implements Outward {

  private final Mails mails;
  private final MailSenders senders;
  private final OutgoingMailStore store;
  private final TransactionTemplate transactions;
  private final Clock clock;

  OutwardMails(
      Mails mails,
      MailSenders senders,
      OutgoingMailStore store,
      TransactionTemplate transactions,
      Clock clock) {
    this.mails = mails;
    this.senders = senders;
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public String missing(OrganizationId organization) {
    if (!mails.isConnected()) {
      return "not_configured";
    }
    return from(organization).isEmpty() ? "no_sender" : "";
  }

  /** One that tells of a kind of care is none. */
  private Optional<MailSender> from(OrganizationId organization) {
    return senders.of(organization).filter(MailSender::isNeutral);
  }

  @Override
  public Leaving begin(Going going) {
    var from = from(going.organization()).orElseThrow(() -> Refused.conflict("mail.no_sender"));
    var to = EmailAddress.of(going.address()).orElseThrow(() -> Refused.invalid("mail.to"));
    var id = store.add(going, from, to, clock.instant());
    return new Leaving() {

      @Override
      public UUID id() {
        return id;
      }

      @Override
      public boolean handOver(Message message) {
        var handed = mails.hand(email(id, from, to, message));
        transactions.executeWithoutResult(
            status -> store.settle(going.organization(), id, settled(handed), clock.instant()));
        return answered(handed);
      }
    };
  }

  private static boolean answered(Handed handed) {
    return switch (handed) {
      case Handed.Accepted yes -> true;
      case Handed.Declined(String code) -> !code.equals("unreachable") && !code.equals("lost");
      case Handed.InDoubt unknown -> false;
    };
  }

  private Email email(UUID id, MailSender from, EmailAddress to, Message message) {
    var words = new Email.Words(message.subject(), message.body());
    var plain = Email.plain(from.messageId(id), from, to, words);
    var first = message.visits().getFirst();
    return message.visits().size() == 1 && first.entry().step().confirms()
        ? plain.with(invitation(first, message))
        : plain;
  }

  private Invitation invitation(Told one, Message message) {
    var visit = one.visit();
    boolean gone = one.entry().step() == Step.CANCELLED;
    return new Invitation(
        gone ? Invitation.Method.CANCEL : Invitation.Method.REQUEST,
        visit.visit() + "@visits.malasakit",
        visit.sequence(),
        clock.instant(),
        visit.start().instant(),
        visit.end(),
        visit.start().zone(),
        message.calendar(),
        place(one),
        message.sender().name() + ", " + message.sender().telephone());
  }

  /** Where a visit is by video or telephone, the message says how; the link once it is near. */
  private String place(Told one) {
    var visit = one.visit();
    return visit.how() == VisitTold.How.IN_PERSON
        ? visit.where()
        : one.joins(clock.instant()).orElse("");
  }

  private static OutgoingMailStore.Settled settled(Handed handed) {
    return switch (handed) {
      case Handed.Accepted(String carrierId) ->
          new OutgoingMailStore.Settled("handed_over", "", carrierId);
      case Handed.Declined(String code) -> new OutgoingMailStore.Settled("refused", code, "");
      case Handed.InDoubt(String code) -> new OutgoingMailStore.Settled("in_doubt", code, "");
    };
  }
}
