package health.malasakit.scheduling.web;

import health.malasakit.audit.Audit;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.Practitioners;
import health.malasakit.directory.Site;
import health.malasakit.directory.Sites;
import health.malasakit.directory.VisitType;
import health.malasakit.directory.VisitTypes;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.SpokenDate;
import health.malasakit.patients.PatientCard;
import health.malasakit.scheduling.Opening;
import health.malasakit.scheduling.Openings;
import health.malasakit.scheduling.OpeningsWanted;
import health.malasakit.scheduling.PastVisits;
import health.malasakit.scheduling.Visits;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the page of openings shows. */
@Component
class OpeningsPages {

  private static final int AT_ONCE = 3;

  /** What the question comes to once names are ids and words are dates. */
  private record Question(
      OpeningsForm form,
      Optional<PatientCard> patient,
      List<Site> places,
      List<VisitType> kinds,
      LocalDate today,
      LocalDate from,
      String error) {}

  private final Openings openings;
  private final PastVisits past;
  private final Visits visits;
  private final Sites sites;
  private final VisitTypes types;
  private final Practitioners practitioners;
  private final Faces faces;
  private final OpeningsWords words;
  private final Audit audit;
  private final Clock clock;

  OpeningsPages(
      Openings openings,
      PastVisits past,
      Visits visits,
      Sites sites,
      VisitTypes types,
      Practitioners practitioners,
      Faces faces,
      OpeningsWords words,
      Audit audit,
      Clock clock) {
    this.openings = openings;
    this.past = past;
    this.visits = visits;
    this.sites = sites;
    this.types = types;
    this.practitioners = practitioners;
    this.faces = faces;
    this.words = words;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  OpeningsPage show(OpeningsForm asked, String trouble) {
    var form = withPatientOfMove(asked);
    var patient = form.patient().map(id -> faces.card(id).orElseThrow(OpeningsPages::nobody));
    patient.ifPresent(card -> audit.opened(card.organization(), card.id()));
    var question = question(form, patient);
    var usual = patient.flatMap(card -> past.usualPractitioner(card.organization(), card.id()));
    var groups = groups(question, usual);
    return new OpeningsPage(
        patient.map(card -> "When can " + card.name() + " come?").orElse("When is there time?"),
        under(question),
        form.patient().map(Object::toString).orElse(""),
        form.moves().map(Object::toString).orElse(""),
        question.form().to("/holds"),
        trouble,
        words.filters(question.form(), choices(question), echo(question), question.error()),
        groups,
        words.ways(question.form(), groups, question.places()));
  }

  private OpeningsForm withPatientOfMove(OpeningsForm form) {
    if (form.moves().isEmpty()) {
      return form;
    }
    var visit = visits.get(form.moves().get());
    var names = faces.of(List.of(visit));
    var type = form.type().isEmpty() ? names.type(visit) : form.type();
    return form.about(visit.patient()).ofType(type);
  }

  private Question question(OpeningsForm form, Optional<PatientCard> patient) {
    var organizations = organizations(patient);
    var places =
        sites.bookableInScope().stream()
            .filter(site -> site.book() == Site.Book.OURS)
            .filter(site -> organizations.contains(site.organization()))
            .toList();
    var kinds =
        types.inScope().stream()
            .filter(type -> organizations.contains(type.organization()))
            .toList();
    var typed = form.type().isEmpty() ? form.ofType(likely(patient, kinds)) : form;
    var zone = places.stream().findFirst().flatMap(Site::zone).orElse(Scopes.current().zone());
    var today = LocalDate.ofInstant(clock.instant(), zone);
    try {
      var from = form.from().isEmpty() ? today : SpokenDate.parse(form.from(), today).date();
      return new Question(typed, patient, places, kinds, today, from, "");
    } catch (Refused unreadable) {
      return new Question(typed, patient, places, kinds, today, today, unreadable.sentence());
    }
  }

  private static Set<OrganizationId> organizations(Optional<PatientCard> patient) {
    return patient
        .map(card -> Set.of(card.organization()))
        .orElseGet(() -> Scopes.current().organizations());
  }

  /**
   * What she had last; a new patient's visit for who was never here; else the first of the list.
   */
  private String likely(Optional<PatientCard> patient, List<VisitType> kinds) {
    var had =
        patient.stream()
            .flatMap(card -> visits.of(card.organization(), card.id()).stream())
            .flatMap(visit -> visit.place().type().stream())
            .findFirst();
    var last = kinds.stream().filter(type -> had.filter(type.id()::equals).isPresent()).findFirst();
    var fitting = patient.isPresent() ? VisitType.Patients.NEW : VisitType.Patients.ANY;
    return last.or(
            () -> kinds.stream().filter(type -> type.details().patients() == fitting).findFirst())
        .or(() -> kinds.stream().findFirst())
        .map(VisitType::name)
        .orElse("");
  }

  private List<OpeningsPage.Group> groups(Question question, Optional<PractitionerId> usual) {
    var wanted = wanted(question);
    var groups = new ArrayList<OpeningsPage.Group>();
    int key = 1;
    if (usual.isPresent() && question.form().practitioners().isEmpty()) {
      var hers = openings.soonest(wanted.with(Set.of(usual.get())), AT_ONCE);
      var name = practitioners.get(usual.get()).name();
      var heading = "With " + name + ", whom she usually sees";
      groups.add(group(new OpeningsWords.Heading("usual", heading, key), hers, question));
      key += hers.size();
    }
    var anyone = openings.soonest(wanted, AT_ONCE);
    var title = groups.isEmpty() ? "Earliest" : "Earliest with anyone";
    groups.add(group(new OpeningsWords.Heading("earliest", title, key), anyone, question));
    return groups.stream().filter(group -> !group.times().isEmpty()).toList();
  }

  private OpeningsPage.Group group(
      OpeningsWords.Heading heading, List<Opening> found, Question question) {
    var patientZone =
        question
            .patient()
            .map(card -> faces.zoneOf(card.organization(), card.id(), Scopes.current().zone()));
    return words.group(heading, found, question.today(), patientZone);
  }

  private OpeningsWanted wanted(Question question) {
    var form = question.form();
    var named =
        question.kinds().stream()
            .filter(type -> type.name().equals(form.type()))
            .map(VisitType::id)
            .collect(Collectors.toSet());
    var last = form.today() ? question.today() : question.from().plusDays(Openings.DAYS_AHEAD_MAX);
    return new OpeningsWanted(
        organizations(question.patient()),
        named,
        form.sites(),
        form.notSites(),
        form.practitioners(),
        form.language().isEmpty() ? Set.of() : Set.of(form.language()),
        form.days(),
        form.parts(),
        question.from(),
        last,
        form.after());
  }

  private OpeningsWords.Choices choices(Question question) {
    var people =
        question.places().stream()
            .flatMap(site -> practitioners.at(site).stream())
            .distinct()
            .sorted(Comparator.comparing(one -> one.details().family()))
            .toList();
    return new OpeningsWords.Choices(question.kinds(), question.places(), people);
  }

  private static String under(Question question) {
    return question.form().type().isEmpty()
        ? "No kind of visit is set up here yet."
        : question.form().type() + ". Say one of these aloud.";
  }

  private static String echo(Question question) {
    return new SpokenDate(question.from()).echo()
        + question.places().stream().findFirst().map(site -> ", at " + site.name()).orElse("");
  }

  private static Refused nobody() {
    return Refused.notFound("patient.none", "There is no such patient, or none that you may see.");
  }
}
