package health.malasakit.inquiries.messages.web;

import health.malasakit.inquiries.messages.Inbox;
import health.malasakit.inquiries.messages.Message;
import health.malasakit.inquiries.messages.Message.Status;
import health.malasakit.inquiries.messages.MessageId;
import health.malasakit.inquiries.messages.MessageRoles;
import health.malasakit.inquiries.messages.Messages;
import health.malasakit.inquiries.redflags.RedFlags;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Choice;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings together what the pages about messages show. */
@Component
class MessagePages {

  private final Messages messages;
  private final Inbox inbox;
  private final MessageRoles roles;
  private final MessageGate gate;
  private final MessageLines lines;
  private final MessageTexts texts;
  private final RedFlags flags;

  MessagePages(
      Messages messages,
      Inbox inbox,
      MessageRoles roles,
      MessageGate gate,
      MessageLines lines,
      MessageTexts texts,
      RedFlags flags) {
    this.messages = messages;
    this.inbox = inbox;
    this.roles = roles;
    this.gate = gate;
    this.lines = lines;
    this.texts = texts;
    this.flags = flags;
  }

  @Transactional
  MessagesPage list() {
    var mine = inbox.mine();
    var taken = inbox.taken();
    var known = new HashSet<MessageId>();
    Stream.of(mine, taken).flatMap(List::stream).map(Message::id).forEach(known::add);
    var others = inbox.whereILead().stream().filter(one -> !known.contains(one.id())).toList();
    var around = lines.listed(Stream.of(mine, taken, others).flatMap(List::stream).toList());
    return new MessagesPage(
        MessageLines.topics(Scopes.current().organizations()),
        Scopes.current().may("messages", Verb.UPDATE),
        List.of(
            group("yours", mine, around),
            group("answered", only(taken, one -> one.settled().isPresent()), around),
            group("taken", only(taken, one -> one.settled().isEmpty()), around),
            group("all", others, around)));
  }

  private static List<Message> only(List<Message> all, Predicate<Message> which) {
    return all.stream().filter(which).toList();
  }

  /** Danger first, then what nobody read, then what is wanted first. */
  private MessagesPage.Group group(String code, List<Message> some, MessageLines.Around around) {
    return new MessagesPage.Group(
        code,
        some.stream()
            .map(one -> lines.line(one, around))
            .sorted(
                Comparator.comparing((MessagesPage.Line line) -> !line.danger())
                    .thenComparing(line -> !line.state().equals("unread"))
                    .thenComparing(line -> line.wanted().iso()))
            .toList());
  }

  /** One message, which is read then. */
  @Transactional
  MessagePage page(OrganizationId clinic, MessageId id, MessagePage.Doing doing) {
    gate.check(messages.get(clinic, id));
    var message = messages.look(clinic, id);
    var around = lines.around(List.of(message));
    return new MessagePage(
        lines.line(message, around),
        Messages.topic(clinic),
        texts.slug(message, around),
        around.zone(message),
        texts.patient(message, around),
        texts.said(message, around),
        texts.settled(message, around),
        message.status() instanceof Status.Open
            ? flags.matching(message.wanted().words())
            : List.of(),
        texts.history(messages.steps(message), around.zone(message)),
        texts.copied(message, around),
        roles.at(clinic).stream()
            .filter(role -> role != message.to())
            .map(role -> Choice.of(role.code(), Sentences.of("access.role." + role.code())))
            .toList(),
        can(message),
        message.version(),
        doing);
  }

  private MessagePage.Can can(Message message) {
    var scope = Scopes.current();
    var clinic = message.organization();
    var answers = messages.answers(message);
    var open = message.status() instanceof Status.Open;
    var back = message.status() instanceof Status.HandedBack;
    return new MessagePage.Can(
        answers && (open || message.status() instanceof Status.Answered),
        answers && open,
        (answers && open) || back,
        scope.may(clinic, "messages", Verb.CREATE) && message.status() instanceof Status.Settled,
        scope.may(clinic, "red_flags", Verb.CREATE));
  }

  /**
   * The scripts for a message that she just took; nothing of it is shown.
   *
   * @throws Refused not found, code {@code message.unknown}, when another took it
   */
  @Transactional(readOnly = true)
  DangerPage danger(OrganizationId clinic, MessageId id) {
    var message = messages.get(clinic, id);
    if (Scopes.current().account().filter(message.taken().by()::equals).isEmpty()) {
      throw Refused.notFound("message.unknown");
    }
    var around = lines.around(List.of(message));
    return new DangerPage(
        texts.slug(message, around),
        texts.clinic(message, around),
        message
            .from()
            .call()
            .map(call -> "/calls/" + clinic + "/" + call)
            .orElse("/messages/" + clinic + "/" + id),
        flags.matching(message.wanted().words()));
  }
}
