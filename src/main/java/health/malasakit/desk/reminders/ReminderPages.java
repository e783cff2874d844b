package health.malasakit.desk.reminders;

import health.malasakit.desk.ClinicAt;
import health.malasakit.desk.ClinicsAt;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.messaging.MessageNews;
import health.malasakit.messaging.ledger.Entry;
import health.malasakit.messaging.ledger.EntryStep;
import health.malasakit.messaging.ledger.Ledger;
import health.malasakit.messaging.ledger.LedgerLists;
import health.malasakit.ui.Choice;
import health.malasakit.ui.When;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings together what the pages about messages to patients show. */
@Component
class ReminderPages {

  private static final int ENDING = 4;

  private final ClinicsAt clinics;
  private final LedgerLists lists;
  private final Ledger ledger;
  private final ReminderLines lines;
  private final BesideVisits beside;
  private final ReminderAround around;

  ReminderPages(
      ClinicsAt clinics,
      LedgerLists lists,
      Ledger ledger,
      ReminderLines lines,
      BesideVisits beside,
      ReminderAround around) {
    this.clinics = clinics;
    this.lists = lists;
    this.ledger = ledger;
    this.lines = lines;
    this.beside = beside;
    this.around = around;
  }

  /** Of one clinic when a slug of hers is given, else of all where she may see it. */
  @Transactional
  RemindersPage list(String slug) {
    var all =
        clinics.inScope().stream()
            .filter(one -> Scopes.current().may(one.id(), "reminders", Verb.READ))
            .toList();
    var shown = all.stream().filter(one -> slug.isEmpty() || one.slug().equals(slug)).toList();
    var ids = shown.stream().map(ClinicAt::id).toList();
    var open = lists.open(ids);
    int waiting = open.size() < LedgerLists.OPEN_MAX ? open.size() : lists.howManyOpen(ids);
    var held = around.held(shown);
    var silent = around.silent(ids);
    var next = lists.next(ids.stream().filter(one -> !silent.contains(one)).toList());
    var heldBack = lists.next(ids.stream().filter(silent::contains).toList());
    var lately = lists.lately(ids);
    var known =
        lines.around(
            Stream.of(open, heldBack, next, lately).flatMap(List::stream).toList(),
            all,
            around.now());
    return new RemindersPage(
        ids.stream().map(MessageNews::topic).collect(Collectors.joining(" ")),
        all.stream().map(one -> Choice.of(one.slug(), one.name())).toList(),
        shown.size() == 1 && all.size() > 1 ? slug : "",
        around.missing(),
        held,
        all.stream().anyMatch(one -> Scopes.current().may(one.id(), "reminders", Verb.UPDATE)),
        lines.lines(open, known),
        waiting,
        lines.lines(heldBack, known),
        lines.lines(next, known),
        lines.lines(lately, known));
  }

  /** What one patient was told. */
  @Transactional
  ToldPage told(ClinicAt clinic, PatientId patient) {
    around.check(clinic.id(), patient);
    var all = ledger.ofPatient(clinic.id(), patient);
    var known = lines.around(all, List.of(clinic), around.now());
    var steps =
        lists.history(clinic.id(), all.stream().map(Entry::id).toList()).stream()
            .collect(Collectors.groupingBy(EntryStep::entry));
    var names = around.names(steps.values().stream().flatMap(List::stream).toList());
    Function<Entry, ToldPage.Told> shown =
        one ->
            new ToldPage.Told(
                lines.line(one, known),
                ending(one.to()),
                steps.getOrDefault(one.id(), List.of()).stream()
                    .map(step -> step(one, step, known, names))
                    .toList());
    Predicate<Entry> comes = one -> one.state().unsent() && around.now().isBefore(one.uselessAt());
    return new ToldPage(
        MessageNews.topic(clinic.id()),
        clinic.slug(),
        clinic.zone(),
        around.name(patient),
        clinic.name(),
        "/patients/" + clinic.slug() + "/" + patient,
        Scopes.current().may(clinic.id(), "patients", Verb.UPDATE),
        around.sends(clinic.id()),
        all.reversed().stream().filter(comes).map(shown).toList(),
        all.stream().filter(comes.negate()).map(shown).toList(),
        beside.of(clinic, patient));
  }

  private static ToldPage.StepLine step(
      Entry line, EntryStep step, ReminderLines.Around known, Map<?, String> names) {
    return new ToldPage.StepLine(
        step.state(),
        ReminderWords.why(line.channel(), step.reason()),
        When.of(step.at(), known.zone(line), Scopes.current().zone()),
        step.by().map(who -> names.get(who)).orElse(""),
        step.proof());
  }

  /** The last figures of a number; of an e-mail what is before its sign, shortened. */
  static String ending(String to) {
    if (to.isEmpty()) {
      return "";
    }
    return to.contains("@")
        ? to.substring(0, 1) + "…" + to.substring(to.indexOf('@'))
        : to.substring(Math.max(0, to.length() - ENDING));
  }
}
