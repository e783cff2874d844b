package health.malasakit.inquiries.texts.web;

import health.malasakit.access.Accounts;
import health.malasakit.inquiries.gate.Candidates;
import health.malasakit.inquiries.messages.MessageKind;
import health.malasakit.inquiries.redflags.RedFlags;
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
import health.malasakit.messaging.texts.Texts;
import health.malasakit.ui.Choice;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
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
  record Outgoing(Texts texts, NumberStops stops, VisitsOfText visits) {}

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
    var closed = number.flatMap(phone -> outgoing.stops().said(clinic, phone)).orElse(false);
    return new TextPage(
        lines.line(one, around),
        TextsIn.topic(clinic),
        around.clinic(clinic).slug(),
        zone,
        text.came().media(),
        replied(text),
        outgoing.visits().of(text).stream().map(TextPages::acted).toList(),
        who,
        text.status() instanceof Status.Open ? flags.matching(text.came().body()) : List.of(),
        earlier(text, zone),
        toRead.steps(text).stream().map(step -> step(step, zone)).toList(),
        kinds(),
        who.stream()
            .filter(Candidates.Candidate::alone)
            .map(each -> Choice.of(each.patient().toString(), each.words()))
            .toList(),
        closed,
        became(text),
        by(text, zone),
        can(text, closed),
        text.version(),
        doing);
  }

  private static List<Choice> kinds() {
    return MessageKind.ALL.keySet().stream()
        .map(code -> Choice.of(code, Sentences.of("messages.kind." + code)))
        .toList();
  }

  private TextPage.Replied replied(TextIn text) {
    return text.replied()
        .text()
        .flatMap(id -> outgoing.texts().find(text.organization(), id))
        .map(sent ->
            new TextPage.Replied(
                text.replied().code(), sent.state().name().toLowerCase(Locale.ROOT)))
        .orElseGet(() -> new TextPage.Replied(text.replied().code(), ""));
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
        opens ? "/visits/" + visit.id() : "");
  }

  private List<TextPage.Earlier> earlier(TextIn text, ZoneId zone) {
    var all =
        toRead.conversation(text).stream()
            .filter(one -> one.text().came().at().isBefore(text.came().at()))
            .toList();
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

  private TextPage.Step step(TextInStep step, ZoneId zone) {
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
        text.status() instanceof Status.Done && scope.may(clinic, "calls", Verb.UPDATE));
  }
}
