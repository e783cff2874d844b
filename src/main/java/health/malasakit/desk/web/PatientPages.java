package health.malasakit.desk.web;

import health.malasakit.desk.ClinicAt;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.messaging.ConsentLine;
import health.malasakit.patients.Deceased;
import health.malasakit.patients.Patient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.speaking.Representatives;
import health.malasakit.patients.speaking.Speaker;
import health.malasakit.patients.speaking.Speaking;
import health.malasakit.workqueue.Promises;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings a patient together on one page, in one transaction, with what this role may see. */
@Component
class PatientPages {

  private final Patients patients;
  private final Representatives representatives;
  private final PatientVisits visits;
  private final PatientCover cover;
  private final PatientHistory history;
  private final Promises promises;
  private final PromiseLines lines;
  private final Clock clock;

  PatientPages(
      Patients patients,
      Representatives representatives,
      PatientVisits visits,
      PatientCover cover,
      PatientHistory history,
      Promises promises,
      PromiseLines lines,
      Clock clock) {
    this.patients = patients;
    this.representatives = representatives;
    this.visits = visits;
    this.cover = cover;
    this.history = history;
    this.promises = promises;
    this.lines = lines;
    this.clock = clock;
  }

  /** Opens her record, which is written down once. */
  @Transactional
  PatientPage open(ClinicAt clinic, PatientId id, String only) {
    var patient = patients.open(clinic.id(), id);
    var hers = patient.facts().zone();
    var seen =
        may(clinic, "appointments", Verb.READ)
            ? Optional.of(visits.of(clinic, id, hers))
            : Optional.<PatientPage.Visits>empty();
    var covered =
        may(clinic, "coverage", Verb.READ)
            ? Optional.of(cover.of(clinic, patient))
            : Optional.<PatientPage.Cover>empty();
    var promised =
        may(clinic, "promises", Verb.READ)
            ? Optional.of(lines.of(promises.about(clinic.id(), id), List.of(clinic)))
            : Optional.<List<PromisePage.Line>>empty();
    var read =
        new PatientHistory.Seen(
            seen, promised.isPresent(), covered.isPresent(), patient.safeContact().isEmpty());
    return new PatientPage(
        clinic.slug(),
        clinic.name(),
        "/patients/" + clinic.slug() + "/" + id,
        id.toString(),
        clinic.zone(),
        hers,
        PatientBands.of(patient, clinic.zone(), clock.instant()),
        PatientBands.life(patient.deceased()),
        journey(seen, promised),
        representatives.speakingFor(clinic.id(), id).stream().map(PatientPages::speaker).toList(),
        seen,
        covered,
        promised,
        reach(clinic, patient),
        history.of(clinic, id, read, only),
        read.kinds(),
        only,
        can(clinic, patient));
  }

  private static PatientPage.Can can(ClinicAt clinic, Patient patient) {
    var alive = patient.deceased() instanceof Deceased.No;
    return new PatientPage.Can(
        alive && may(clinic, "appointments", Verb.CREATE),
        may(clinic, "patients", Verb.UPDATE),
        may(clinic, "promises", Verb.CREATE),
        may(clinic, "coverage", Verb.CREATE),
        may(clinic, "coverage", Verb.UPDATE));
  }

  /** What exists today: the last visit, the next one, what is promised, who keeps it. */
  private static List<PatientPage.Stop> journey(
      Optional<PatientPage.Visits> visits, Optional<List<PromisePage.Line>> promised) {
    var stops = new ArrayList<PatientPage.Stop>();
    visits.ifPresent(shown -> {
      var kept = shown.past().stream().filter(line -> !line.state().equals("cancelled"));
      stops.add(visit("last", "past", kept.findFirst()));
      stops.add(visit("next", "next", shown.coming().stream().findFirst()));
    });
    promised.ifPresent(all -> {
      var open = all.stream().filter(PromisePage.Line::open).reduce((one, other) -> other);
      stops.add(
          new PatientPage.Stop(
              "promised",
              "",
              open.map(PromisePage.Line::words).orElse(""),
              open.map(PromisePage.Line::due),
              open.map(PromisePage.Line::at).orElse("")));
      stops.add(
          new PatientPage.Stop(
              "owner", "", open.map(PromisePage.Line::owner).orElse(""), Optional.empty(), ""));
    });
    return stops;
  }

  private static PatientPage.Stop visit(
      String word, String kind, Optional<PatientPage.VisitLine> line) {
    return new PatientPage.Stop(
        word,
        line.isPresent() ? kind : "",
        line.map(PatientPage.VisitLine::what).orElse(""),
        line.map(PatientPage.VisitLine::when),
        line.map(PatientPage.VisitLine::href).orElse(""));
  }

  private static PatientPage.SpeakerLine speaker(Speaker speaker) {
    var one = speaker.representative();
    return new PatientPage.SpeakerLine(
        one.id().toString(),
        one.name(),
        one.relationship(),
        speaker.may().stream().sorted().map(Speaking::code).toList(),
        speaker.why().name().toLowerCase(java.util.Locale.ROOT),
        speaker.until().map(Moments::dated).orElse(""),
        one.phone());
  }

  /** While safe contact stands, no number and no address but the safe ones is shown. */
  private List<PatientPage.Reach> reach(ClinicAt clinic, Patient patient) {
    var said =
        history.standing(clinic, patient.id()).stream()
            .filter(
                line -> patient.safeContact().map(only -> only.allows(line.address())).orElse(true))
            .map(PatientPages::reach);
    return patient.safeContact().isPresent()
        ? said.toList()
        : Stream.concat(history.stopped(clinic, patient).stream(), said).toList();
  }

  private static PatientPage.Reach reach(ConsentLine line) {
    return new PatientPage.Reach(
        line.channel().code(),
        line.address(),
        line.purpose().code(),
        line.answer().code(),
        line.basis().code(),
        Moments.dated(line.on()));
  }

  private static boolean may(ClinicAt clinic, String object, Verb verb) {
    return Scopes.current().may(clinic.id(), object, verb);
  }
}
