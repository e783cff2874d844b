package health.malasakit.inquiries.messages.web;

import health.malasakit.access.Colleagues;
import health.malasakit.access.Organization;
import health.malasakit.access.Organizations;
import health.malasakit.audit.Audit;
import health.malasakit.directory.Clinics;
import health.malasakit.inquiries.messages.Message;
import health.malasakit.inquiries.messages.Message.Mark;
import health.malasakit.inquiries.messages.Message.Status;
import health.malasakit.inquiries.redflags.RedFlags;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.PatientCard;
import health.malasakit.patients.Patients;
import health.malasakit.ui.When;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Messages as lists show them, with names in a few reads for all of them. */
@Component
class MessageLines {

  /** So long before it is wanted its time is short. */
  private static final Duration SHORT = Duration.ofHours(1);

  private final Patients patients;
  private final MessageGate gate;
  private final RedFlags flags;
  private final Colleagues colleagues;
  private final Organizations organizations;
  private final Clinics clinics;
  private final Audit audit;
  private final Clock clock;

  MessageLines(
      Patients patients,
      MessageGate gate,
      RedFlags flags,
      Colleagues colleagues,
      Organizations organizations,
      Clinics clinics,
      Audit audit,
      Clock clock) {
    this.patients = patients;
    this.gate = gate;
    this.flags = flags;
    this.colleagues = colleagues;
    this.organizations = organizations;
    this.clinics = clinics;
    this.audit = audit;
    this.clock = clock;
  }

  /** Names, zones and what is closed, for some messages. */
  record Around(
      Map<PatientId, PatientCard> cards,
      Map<AccountId, String> people,
      Map<OrganizationId, Organization> clinics,
      Map<OrganizationId, ZoneId> zones,
      MessageGate.Line line) {

    ZoneId zone(Message message) {
      return zones.getOrDefault(message.organization(), Scopes.current().zone());
    }

    String person(AccountId account) {
      return people.getOrDefault(account, "");
    }

    boolean closes(Message message) {
      return message.from().patient().filter(one -> !cards.containsKey(one)).isPresent()
          || line.closes(message);
    }
  }

  /** As a list: whom it shows anew is written down. */
  Around listed(List<Message> messages) {
    var around = around(messages);
    around.cards().values().stream()
        .collect(
            Collectors.groupingBy(
                PatientCard::organization, Collectors.mapping(PatientCard::id, Collectors.toSet())))
        .forEach((clinic, ids) -> audit.drawn(clinic, "messages", ids));
    return around;
  }

  Around around(List<Message> messages) {
    var closed = gate.closed(messages);
    var open =
        messages.stream()
            .flatMap(one -> one.from().patient().stream())
            .filter(one -> !closed.contains(one))
            .distinct()
            .toList();
    return new Around(
        patients.cards(open),
        colleagues.names(messages.stream().flatMap(MessageLines::people).distinct().toList()),
        organizations.inScope().stream()
            .collect(Collectors.toMap(Organization::id, clinic -> clinic)),
        clinics.zones(),
        gate.line());
  }

  private static Stream<AccountId> people(Message message) {
    return Stream.of(
            Optional.of(message.taken()),
            message.read(),
            message.settled().map(Status.Settled::mark))
        .flatMap(Optional::stream)
        .map(Mark::by);
  }

  MessagesPage.Line line(Message message, Around around) {
    var now = clock.instant();
    var closed = around.closes(message);
    var card = message.from().patient().map(around.cards()::get);
    return new MessagesPage.Line(
        "/messages/" + message.organization() + "/" + message.id(),
        closed,
        message.wanted().kind(),
        closed ? "" : card.map(PatientCard::name).orElse(message.from().saidName()),
        card.isEmpty(),
        Optional.ofNullable(around.clinics().get(message.organization()))
            .map(Organization::name)
            .orElse(""),
        message.to().code(),
        message.state(),
        who(message).map(around::person).orElse(""),
        !closed && danger(message),
        When.of(message.wanted().by(), around.zone(message), Scopes.current().zone()),
        Moments.relative(message.wanted().by(), now),
        due(message, now),
        Moments.relative(message.taken().at(), now));
  }

  /** Danger words are for whoever has yet to act on them. */
  private boolean danger(Message message) {
    return message.status() instanceof Status.Open
        && !flags.matching(message.wanted().words()).isEmpty();
  }

  private static Optional<AccountId> who(Message message) {
    return message.settled().map(Status.Settled::mark).or(message::read).map(Mark::by);
  }

  private static String due(Message message, Instant now) {
    var by = message.wanted().by();
    if (!(message.status() instanceof Status.Open) || by.isAfter(now.plus(SHORT))) {
      return "";
    }
    return by.isAfter(now) ? "soon" : "late";
  }

  /** What pages about messages of the clinics in scope listen for. */
  static String topics(Set<OrganizationId> organizations) {
    return organizations.stream()
        .map(health.malasakit.inquiries.messages.Messages::topic)
        .sorted()
        .collect(Collectors.joining(" "));
  }
}
