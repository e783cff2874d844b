package health.malasakit.inquiries.texts.web;

import health.malasakit.access.Accounts;
import health.malasakit.inquiries.gate.Candidates;
import health.malasakit.inquiries.messages.MessageKind;
import health.malasakit.inquiries.redflags.RedFlags;
import health.malasakit.inquiries.texts.TextAnswers;
import health.malasakit.inquiries.texts.TextIn;
import health.malasakit.inquiries.texts.TextIn.Status;
import health.malasakit.inquiries.texts.TextInId;
import health.malasakit.inquiries.texts.TextInStep;
import health.malasakit.inquiries.texts.TextsIn;
import health.malasakit.inquiries.texts.ToRead;
import health.malasakit.inquiries.texts.VisitsOfText;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import health.malasakit.kernel.Verb;
import health.malasakit.messaging.texts.NumberStops;
import health.malasakit.ui.Choice;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings together what the page of one text shows. */
@Component
class TextPages {

  private final ToReadPages pages;
  private final ToRead toRead;
  private final TextsIn texts;
  private final ToReadLines lines;
  private final Candidates candidates;
  private final RedFlags flags;
  private final Accounts accounts;
  private final Outgoing outgoing;

  TextPages(
      ToReadPages pages,
      ToRead toRead,
      TextsIn texts,
      ToReadLines lines,
      Candidates candidates,
      RedFlags flags,
      Accounts accounts,
      Outgoing outgoing) {
    this.pages = pages;
    this.toRead = toRead;
    this.texts = texts;
    this.lines = lines;
    this.candidates = candidates;
    this.flags = flags;
    this.accounts = accounts;
    this.outgoing = outgoing;
  }

  /** What went out to a number, whether any may, and what a text did with visits. */
  @Component
  record Outgoing(TextAnswers answers, NumberStops stops, VisitsOfText visits) {}

  /** One text; that she reads it is written down. */
  @Transactional
  TextPage page(OrganizationId clinic, TextInId id, TextPage.Doing doing) {
    var one = pages.open(clinic, id);
    var text = one.text();
    texts.looked(text, pages.about(one));
    var around = lines.around(List.of(one));
    var zone = around.zone(clinic);
    var number = text.came().phone();
    var who = number.map(phone -> candidates.of(clinic, phone)).orElse(List.of());
    var stop =
        number
            .flatMap(phone -> outgoing.stops().newest(clinic, phone))
            .filter(NumberStops.Line::closed);
    var said = toRead.conversation(text);
    var steps = toRead.steps(text);
    return new TextPage(
        lines.line(one, around),
        TextsIn.topic(clinic),
        around.clinic(clinic).slug(),
        zone,
        text.came().media(),
        replied(text),
        answered(text),
        outgoing.visits().of(text).stream().map(TextPages::acted).toList(),
        who,
        text.status() instanceof Status.Open ? flags.matching(text.came().body()) : List.of(),
        earlier(text, said, zone),
        again(text, said, zone),
        steps.stream().map(step -> step(step, zone)).toList(),
        kinds(),
        about(who),
        stop.isPresent(),
        stop.map(line -> closedBy(line, steps, zone)).orElse(""),
        became(text),
        by(text, zone),
        can(text, stop.isPresent()),
        text.version(),
        doing);
  }

  private static List<Choice> kinds() {
    return MessageKind.ALL.keySet().stream()
        .map(code -> Choice.of(code, Sentences.of("messages.kind." + code)))
        .toList();
  }

  private static List<Choice> about(List<Candidates.Candidate> who) {
    return who.stream()
        .filter(Candidates.Candidate::alone)
        .map(each -> Choice.of(each.patient().toString(), each.words()))
        .toList();
  }

  private TextPage.Replied replied(TextIn text) {
    return outgoing
        .answers()
        .byItself(text)
        .map(sent ->
            new TextPage.Replied(
                text.replied().code(), sent.waits() ? "waits" : sent.text().state().code()))
        .orElseGet(() -> new TextPage.Replied(text.replied().code(), ""));
  }

  /** The last one, when people answered. */
  private Optional<TextPage.Answered> answered(TextIn text) {
    var sent = outgoing.answers().byPeople(text).stream().reduce((earlier, last) -> last);
    var by =
        toRead.steps(text).reversed().stream()
            .filter(step -> step.what().equals("answered"))
            .flatMap(step -> step.by().stream())
            .findFirst()
            .map(accounts::nameOf)
            .orElse("");
    return sent.map(
        one -> new TextPage.Answered(by, one.text().state().code(), Unheard.why(one.text())));
  }

  private static TextPage.Acted acted(VisitsOfText.Acted one) {
    var visit = one.visit();
    var zone = visit.time().zone();
    var opens = Scopes.current().may(visit.organization(), "appointments", Verb.READ);
    return new TextPage.Acted(
        one.what(),
        Moments.at(one.then(), zone),
        visit.time().from().equals(one.then()) ? "" : Moments.at(visit.time().from(), zone),
        visit.status().code(),
        one.standsOtherwise(),
        opens ? "/visits/" + visit.id() : "");
  }

  private List<TextPage.Earlier> earlier(TextIn text, List<ToRead.Seen> said, ZoneId zone) {
    var all =
        said.stream().filter(one -> one.text().came().at().isBefore(text.came().at())).toList();
    var around = lines.around(all);
    return all.stream()
        .filter(one -> !around.hides(one))
        .map(ToRead.Seen::text)
        .map(one ->
            new TextPage.Earlier(
                ToReadLines.href(one.organization(), one.id()),
                one.came().body(),
                Moments.at(one.came().at(), zone),
                became(one)))
        .toList();
  }

  /** What joined it by itself, of the last 20 from there. */
  private static TextPage.Again again(TextIn text, List<ToRead.Seen> said, ZoneId zone) {
    var same =
        said.stream()
            .map(ToRead.Seen::text)
            .filter(one -> one.status() instanceof Status.ByItself && !one.danger().isEmpty())
            .filter(one -> one.came().body().equals(text.came().body()))
            .filter(one -> one.came().at().isAfter(text.came().at()))
            .toList();
    return new TextPage.Again(
        same.size(), same.isEmpty() ? "" : Moments.at(same.getFirst().came().at(), zone));
  }

  private TextPage.Step step(TextInStep step, ZoneId zone) {
    if (Unheard.is(step)) {
      var unheard = Unheard.code(step);
      return new TextPage.Step(unheard, "", Moments.at(step.at(), zone), Unheard.why(step));
    }
    return new TextPage.Step(
        step.what(),
        step.by().map(accounts::nameOf).orElse(""),
        Moments.at(step.at(), zone),
        step.by().isPresent() ? step.words() : "");
  }

  private static String became(TextIn text) {
    return switch (text.status()) {
      case Status.Open open -> "";
      case Status.ByItself itself -> "itself";
      case Status.Done done -> done.became().code();
    };
  }

  private String by(TextIn text, ZoneId zone) {
    return text.status() instanceof Status.Done done
        ? accounts.nameOf(done.mark().by()) + ", " + Moments.at(done.mark().at(), zone)
        : "";
  }

  private String closedBy(NumberStops.Line stop, List<TextInStep> steps, ZoneId zone) {
    return switch (stop.source()) {
      case PERSON ->
          stop.by()
              .map(person -> accounts.nameOf(person) + ", " + Moments.at(stop.at(), zone))
              .map(who -> Sentences.of("incoming.closed.by", who))
              .orElse("");
      case REPLY ->
          steps.stream().anyMatch(step -> step.closes(stop.at()))
              ? Sentences.of("incoming.closed.here")
              : "";
      case IMPORT, UNDONE -> "";
    };
  }

  private static TextPage.Can can(TextIn text, boolean closed) {
    var scope = Scopes.current();
    var clinic = text.organization();
    var open = text.status() instanceof Status.Open && scope.may(clinic, "calls", Verb.UPDATE);
    var number = text.came().phone().isPresent();
    return new TextPage.Can(
        open,
        open && number && !closed,
        open && number && scope.may(clinic, "calls", Verb.CREATE),
        open && scope.may(clinic, "messages", Verb.CREATE),
        scope.may(clinic, "red_flags", Verb.CREATE),
        open && number && !closed,
        text.status() instanceof Status.Done && scope.may(clinic, "calls", Verb.UPDATE));
  }
}
