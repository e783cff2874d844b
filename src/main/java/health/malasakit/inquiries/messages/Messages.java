package health.malasakit.inquiries.messages;

import health.malasakit.access.Colleagues;
import health.malasakit.access.Role;
import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.messages.Message.Mark;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.live.Live;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Messages of callers for the clinics in scope, and what is done with them. */
@Component
public class Messages {

  private final MessageStore store;
  private final MessageRoles roles;
  private final Inbox inbox;
  private final Colleagues colleagues;
  private final Audit audit;
  private final Live live;
  private final Clock clock;

  Messages(
      MessageStore store,
      MessageRoles roles,
      Inbox inbox,
      Colleagues colleagues,
      Audit audit,
      Live live,
      Clock clock) {
    this.store = store;
    this.roles = roles;
    this.inbox = inbox;
    this.colleagues = colleagues;
    this.audit = audit;
    this.live = live;
    this.clock = clock;
  }

  /**
   * Takes a message; it is somebody's at once.
   *
   * @param wish to which role, when not to that of its kind
   * @throws Refused conflict, code {@code message.nobody}, when nobody of the clinic could have it
   */
  @Transactional
  public MessageId take(
      OrganizationId organization, Message.From from, Wanted wanted, Optional<Role> wish) {
    if (!wanted.by().isAfter(clock.instant())) {
      throw Refused.invalid("message.passed").onField("day");
    }
    var kind = MessageKind.ALL.get(wanted.kind());
    var to = roles.of(organization, Objects.requireNonNull(kind), wish);
    var message =
        new Message(
            organization,
            MessageId.next(),
            from,
            wanted,
            to,
            mark(),
            Optional.empty(),
            new Message.Status.Open(),
            1);
    store.add(message);
    written(message, "taken", "");
    return message.id();
  }

  /**
   * One message.
   *
   * @throws Refused not found, code {@code message.unknown}
   */
  @Transactional(readOnly = true)
  public Message get(OrganizationId organization, MessageId id) {
    return store.find(organization, id).orElseThrow(Messages::unknown);
  }

  /** A person looks at it: written down; the first of those whose it is has read it then. */
  @Transactional
  public Message look(OrganizationId organization, MessageId id) {
    var message = store.alone(organization, id).orElseThrow(Messages::unknown);
    audit.done(act(message, "read"));
    var read = inbox.isToMe(message) ? message.read(mark()) : message;
    if (!read.equals(message)) {
      store.save(read);
      store.remember(read, new MessageStep("read", read.to(), "", me(), clock.instant()));
      live.changed(topic(organization));
    }
    return read;
  }

  /** Everything that was done with it, in order. */
  @Transactional(readOnly = true)
  public List<MessageStep> steps(Message message) {
    return store.steps(message);
  }

  /** The last that was taken in a call. */
  @Transactional(readOnly = true)
  public Optional<Message> lastIn(Call call) {
    return store.lastIn(call.organization(), call.id());
  }

  /** Whether I may answer it: I hold its role, or I lead there. */
  @Transactional(readOnly = true)
  public boolean answers(Message message) {
    return Scopes.current().may(message.organization(), "messages", Verb.UPDATE)
        && (inbox.isToMe(message) || Inbox.leads(message.organization()));
  }

  /**
   * The clinic's answer.
   *
   * @param seen the version that she answers
   * @throws Refused conflict, code {@code message.overtaken}, when somebody was faster; invalid,
   *     code {@code message.answer}
   */
  @Transactional
  public void answer(OrganizationId organization, MessageId id, int seen, String words) {
    var message = requireHers(changing(organization, id, seen));
    changed(message.answer(mark(), words), "answered", words.strip());
  }

  /** Back to who took it, with the reason. */
  @Transactional
  public void handBack(OrganizationId organization, MessageId id, int seen, String reason) {
    var message = requireHers(changing(organization, id, seen));
    changed(message.handBack(mark(), reason), "handed_back", reason.strip());
  }

  /** To another role; who took it may do so too, once it came back. */
  @Transactional
  public void pass(OrganizationId organization, MessageId id, int seen, Role next) {
    var message = changing(organization, id, seen);
    var back = message.status() instanceof Message.Status.HandedBack;
    if (!back || !Scopes.current().may(organization, "messages", Verb.CREATE)) {
      requireHers(message);
    }
    changed(message.passTo(roles.require(organization, next)), "passed", "");
  }

  /** The caller was told. */
  @Transactional
  public void done(OrganizationId organization, MessageId id, int seen) {
    changed(changing(organization, id, seen).done(mark()), "done", "");
  }

  /** She was told in a call that we made for it; what is not answered, or was told, stays so. */
  @Transactional
  public void told(OrganizationId organization, MessageId id) {
    store
        .alone(organization, id)
        .filter(message -> message.status() instanceof Message.Status.Answered)
        .ifPresent(message -> changed(message.done(mark()), "done", ""));
  }

  /** The caller was not told after all. */
  @Transactional
  public void reopen(OrganizationId organization, MessageId id) {
    var message = store.alone(organization, id).orElseThrow(Messages::unknown);
    var next = message.reopened();
    if (!next.equals(message)) {
      changed(next, "reopened", "");
    }
  }

  private Message changing(OrganizationId organization, MessageId id, int seen) {
    var message = store.alone(organization, id).orElseThrow(Messages::unknown);
    if (message.version() != seen) {
      throw overtaken(message);
    }
    return message;
  }

  /** Says who was faster, and what she did. */
  private Refused overtaken(Message message) {
    var last =
        store.steps(message).stream()
            .filter(step -> !step.what().equals("read"))
            .reduce((one, other) -> other)
            .orElseThrow();
    var name = colleagues.names(List.of(last.by())).getOrDefault(last.by(), "");
    return switch (last.what()) {
      case "answered" -> Refused.conflict("message.overtaken/answered", name);
      case "handed_back" -> Refused.conflict("message.overtaken/handed_back", name);
      case "passed" -> Refused.conflict("message.overtaken/passed", name);
      case "done" -> Refused.conflict("message.overtaken/done", name);
      default -> Refused.conflict("message.overtaken");
    };
  }

  private Message requireHers(Message message) {
    if (!answers(message)) {
      throw Refused.denied("message.not_to_you");
    }
    return message;
  }

  private void changed(Message message, String what, String words) {
    store.save(message);
    written(message, what, words);
  }

  private void written(Message message, String what, String words) {
    var step = new MessageStep(what, message.to(), words, me(), clock.instant());
    store.remember(message, step);
    audit.done(act(message, what.replace('_', '-')));
    live.changed(topic(message.organization()));
  }

  private static Act act(Message message, String what) {
    return new Act(
        message.organization(),
        what,
        "message",
        Optional.of(message.id().value()),
        message.from().patient(),
        "");
  }

  private Mark mark() {
    return new Mark(me(), clock.instant());
  }

  /** What pages about a clinic's messages listen for. */
  public static String topic(OrganizationId organization) {
    return "messages/" + organization;
  }

  private static Refused unknown() {
    return Refused.notFound("message.unknown");
  }

  private static AccountId me() {
    return Scopes.current().account().orElseThrow();
  }
}
