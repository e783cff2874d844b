package health.malasakit.desk.web;

import health.malasakit.access.Colleagues;
import health.malasakit.desk.ClinicAt;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import health.malasakit.kernel.Verb;
import health.malasakit.messaging.ConsentLine;
import health.malasakit.messaging.Consents;
import health.malasakit.patients.FactChange;
import health.malasakit.patients.Patient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.Facts;
import health.malasakit.patients.person.PatientPhone;
import health.malasakit.patients.reach.NumberStanding;
import health.malasakit.patients.reach.NumberWords;
import health.malasakit.ui.When;
import health.malasakit.workqueue.PromiseHistory;
import health.malasakit.workqueue.Promises;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What happened with a patient, as one thread; only what the person's role may see goes in. */
@Component
class PatientHistory {

  private static final int SHOWN_MAX = 50;
  private static final List<PromiseHistory> NO_PROMISES = List.of();

  private final Patients patients;
  private final Consents consents;
  private final Promises promises;
  private final CoverHistory cover;
  private final CallHistory calls;
  private final MixUpHistory mixUps;
  private final Colleagues colleagues;
  private final NumberWords numbers;

  PatientHistory(
      Patients patients,
      Consents consents,
      Promises promises,
      CoverHistory cover,
      CallHistory calls,
      MixUpHistory mixUps,
      Colleagues colleagues,
      NumberWords numbers) {
    this.patients = patients;
    this.consents = consents;
    this.promises = promises;
    this.cover = cover;
    this.calls = calls;
    this.mixUps = mixUps;
    this.colleagues = colleagues;
    this.numbers = numbers;
  }

  /**
   * What of her this role sees.
   *
   * @param contacts false while safe contact stands: no number or address of hers, old or new
   */
  record Seen(
      Optional<PatientPage.Visits> visits, boolean promises, boolean coverage, boolean contacts) {

    /** Each kind of history that stands in her thread. */
    List<String> kinds() {
      return PatientPage.KINDS.stream()
          .filter(kind ->
              switch (kind) {
                case "visit" -> visits.isPresent();
                case "promise" -> promises;
                case "coverage" -> coverage;
                case "call" -> Scopes.current().may("calls", Verb.READ);
                default -> true;
              })
          .toList();
    }
  }

  /** Her numbers to which nothing goes out; asked while no safe contact stands. */
  List<PatientPage.Reach> stopped(ClinicAt clinic, Patient patient) {
    var phones = patient.facts().phones().stream().map(PatientPhone::phone).toList();
    return numbers.stopped(clinic.id(), patient.id(), phones).stream()
        .flatMap(one ->
            phones.stream().filter(one::isOf).limit(1).map(phone -> reach(phone, one, clinic)))
        .toList();
  }

  private static PatientPage.Reach reach(Phone phone, NumberStanding why, ClinicAt clinic) {
    return new PatientPage.Reach(
        "number",
        phone.shown(),
        "any",
        why.word().code(),
        "dialled",
        Moments.dated(LocalDate.ofInstant(why.at(), clinic.zone())));
  }

  /** What stands of each channel and purpose: for every address, or for one since then. */
  List<ConsentLine> standing(ClinicAt clinic, PatientId patient) {
    var seen = new HashSet<String>();
    return consents.ledger(clinic.id(), patient).stream()
        .filter(line -> {
          var all = line.channel() + " " + line.purpose() + " ";
          return !seen.contains(all) && seen.add(all + line.address());
        })
        .toList();
  }

  /** The newest first; {@code only} is a kind, or empty for all. */
  List<PatientPage.Happening> of(ClinicAt clinic, PatientId patient, Seen seen, String only) {
    var changes = patients.history(clinic.id(), patient);
    var ledger = consents.ledger(clinic.id(), patient);
    var promised = seen.promises() ? promises.historyAbout(clinic.id(), patient) : NO_PROMISES;
    var names =
        colleagues.names(
            Stream.of(
                    changes.stream().flatMap(change -> change.by().stream()),
                    promised.stream().map(each -> each.step().by()),
                    ledger.stream().flatMap(line -> line.by().stream()))
                .flatMap(by -> by)
                .distinct()
                .toList());
    var all = new ArrayList<PatientPage.Happening>();
    changes.stream()
        .filter(change -> seen.contacts() || !Facts.isContact(change.field()))
        .forEach(change -> all.add(change(change, clinic, names)));
    all.addAll(mixUps.of(clinic, patient));
    ledger.forEach(line -> all.add(consent(line, clinic, names)));
    promised.forEach(each -> all.add(promise(each, clinic, names)));
    all.addAll(calls.of(clinic, patient));
    if (seen.coverage()) {
      all.addAll(cover.of(clinic, patient));
    }
    seen.visits().ifPresent(shown -> shown.past().forEach(line -> all.add(visit(line))));
    return all.stream()
        .filter(each -> only.isEmpty() || each.kind().equals(only))
        .sorted(
            Comparator.comparing((PatientPage.Happening each) -> Instant.parse(each.when().iso()))
                .reversed())
        .limit(SHOWN_MAX)
        .toList();
  }

  private static PatientPage.Happening change(
      FactChange change, ClinicAt clinic, Map<AccountId, String> names) {
    var who = change.by().map(by -> names.getOrDefault(by, "")).orElse(change.source());
    var nothing = Sentences.of("patients.change.nothing");
    var after = change.after().isEmpty() ? nothing : change.afterWords();
    var detail = Sentences.of(how(change), change.fieldWords(), after, change.beforeWords());
    return new PatientPage.Happening(
        "change", "edit", who, "change", detail, When.of(change.at(), clinic.zone()), "");
  }

  private static String how(FactChange change) {
    if (change.isUntold()) {
      return "desk.did.fact.untold";
    }
    if (change.isMoved()) {
      return "desk.did.fact.moved";
    }
    return change.before().isEmpty() ? "desk.did.fact" : "desk.did.fact.from";
  }

  private static PatientPage.Happening consent(
      ConsentLine line, ClinicAt clinic, Map<AccountId, String> names) {
    return new PatientPage.Happening(
        "consent",
        "message",
        line.by().map(by -> names.getOrDefault(by, "")).orElse(line.saidBy()),
        "consent." + line.answer().code(),
        consented(line, clinic),
        When.of(line.at(), clinic.zone()),
        "");
  }

  /** The day on which it was said, where that is not the one on which it was written down. */
  private static String consented(ConsentLine line, ClinicAt clinic) {
    var channel = Sentences.of("desk.channel." + line.channel().code());
    var purpose = Sentences.of("desk.purpose." + line.purpose().code());
    boolean thatDay = line.on().equals(LocalDate.ofInstant(line.at(), clinic.zone()));
    return thatDay
        ? Sentences.of("desk.did.consent", channel, purpose, line.words())
        : Sentences.of(
            "desk.did.consent.on", channel, purpose, line.words(), Moments.dated(line.on()));
  }

  private static PatientPage.Happening promise(
      PromiseHistory one, ClinicAt clinic, Map<AccountId, String> names) {
    var step = one.step();
    var why = step.reason().isEmpty() ? "" : ": " + step.reason();
    return new PatientPage.Happening(
        "promise",
        "clock",
        names.getOrDefault(step.by(), ""),
        "promise." + step.change(),
        "\u201c" + one.words() + "\u201d" + why,
        When.of(step.at(), clinic.zone()),
        "");
  }

  private static PatientPage.Happening visit(PatientPage.VisitLine line) {
    return new PatientPage.Happening(
        "visit",
        line.confidential() ? PatientPage.KEPT : "calendar",
        "",
        "visit." + line.state(),
        line.what(),
        line.when(),
        "");
  }
}
