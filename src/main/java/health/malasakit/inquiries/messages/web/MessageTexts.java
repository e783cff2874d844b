package health.malasakit.inquiries.messages.web;

import health.malasakit.access.Colleagues;
import health.malasakit.access.Organization;
import health.malasakit.inquiries.messages.Message;
import health.malasakit.inquiries.messages.MessageStep;
import health.malasakit.inquiries.messages.Wanted;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Sentences;
import health.malasakit.patients.PatientCard;
import health.malasakit.ui.When;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A message in words: for the page, and as plain text for the clinic's own system. */
@Component
class MessageTexts {

  private final Colleagues colleagues;

  MessageTexts(Colleagues colleagues) {
    this.colleagues = colleagues;
  }

  String slug(Message message, MessageLines.Around around) {
    return clinicOf(message, around).map(Organization::slug).orElse("");
  }

  String clinic(Message message, MessageLines.Around around) {
    return clinicOf(message, around).map(Organization::name).orElse("");
  }

  private static Optional<Organization> clinicOf(Message message, MessageLines.Around around) {
    return Optional.ofNullable(around.clinics().get(message.organization()));
  }

  /** Address of the patient's page; empty when about none. */
  String patient(Message message, MessageLines.Around around) {
    return card(message, around)
        .map(card -> "/patients/" + slug(message, around) + "/" + card.id())
        .orElse("");
  }

  private static Optional<PatientCard> card(Message message, MessageLines.Around around) {
    return message.from().patient().map(around.cards()::get);
  }

  MessagePage.Said said(Message message, MessageLines.Around around) {
    var wanted = message.wanted();
    return new MessagePage.Said(
        wanted.words(),
        wanted.number(),
        wanted.hour(),
        wanted.mayLeave().code(),
        wanted.pharmacy(),
        around.person(message.taken().by()),
        When.of(message.taken().at(), around.zone(message)),
        message
            .from()
            .call()
            .map(call -> "/calls/" + message.organization() + "/" + call)
            .orElse(""));
  }

  MessagePage.Settled settled(Message message, MessageLines.Around around) {
    return message
        .settled()
        .map(said ->
            new MessagePage.Settled(
                said.words(),
                around.person(said.mark().by()),
                Moments.at(said.mark().at(), around.zone(message))))
        .orElse(MessagePage.Settled.NOTHING);
  }

  List<MessagePage.Step> history(List<MessageStep> steps, ZoneId zone) {
    var names = colleagues.names(steps.stream().map(MessageStep::by).distinct().toList());
    return steps.stream()
        .map(step ->
            new MessagePage.Step(
                step.what(),
                step.to().code(),
                names.getOrDefault(step.by(), ""),
                Moments.at(step.at(), zone),
                step.words()))
        .toList();
  }

  /** Line by line: what a colleague would type into the clinic's own system. */
  String copied(Message message, MessageLines.Around around) {
    var wanted = message.wanted();
    var zone = around.zone(message);
    return Stream.of(
            labelled("clinic", clinic(message, around)),
            labelled("about", about(message, around)),
            labelled("kind", Sentences.of("messages.kind." + wanted.kind())),
            labelled("words", wanted.words()),
            labelled("pharmacy", wanted.pharmacy()),
            labelled("number", reach(wanted)),
            labelled("wanted", Moments.dated(wanted.by(), zone)),
            labelled("to", Sentences.of("access.role." + message.to().code())),
            labelled(
                "taken",
                around.person(message.taken().by())
                    + ", "
                    + Moments.dated(message.taken().at(), zone)),
            message
                .settled()
                .flatMap(said ->
                    labelled(
                        message.state().equals("done") ? "said" : message.state(), said.words())))
        .flatMap(Optional::stream)
        .collect(Collectors.joining("\n"));
  }

  private static String about(Message message, MessageLines.Around around) {
    return card(message, around)
        .map(card ->
            card.name() + card.birthDate().map(born -> ", " + Moments.dated(born)).orElse(""))
        .orElseGet(() ->
            message.from().saidName().isEmpty()
                ? ""
                : Sentences.of("messages.unproven", message.from().saidName()));
  }

  private static String reach(Wanted wanted) {
    return Stream.of(
            wanted.number(),
            wanted.hour(),
            Sentences.of("messages.leave." + wanted.mayLeave().code()))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static Optional<String> labelled(String label, String text) {
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(Sentences.of("messages.text." + label, text));
  }
}
