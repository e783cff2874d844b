package health.malasakit.scheduling.web;

import health.malasakit.directory.Site;
import health.malasakit.directory.Sites;
import health.malasakit.directory.VisitType;
import health.malasakit.directory.VisitTypes;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.SpokenDate;
import health.malasakit.patients.PatientCard;
import health.malasakit.scheduling.Visits;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes out what is asked for on the page of openings. */
@Component
class OpeningsQuestions {

  private static final Pattern TIME =
      Pattern.compile("\\d:\\d\\d|\\dT\\d", Pattern.CASE_INSENSITIVE);

  private final Visits visits;
  private final Sites sites;
  private final VisitTypes types;
  private final Faces faces;
  private final Clock clock;

  OpeningsQuestions(Visits visits, Sites sites, VisitTypes types, Faces faces, Clock clock) {
    this.visits = visits;
    this.sites = sites;
    this.types = types;
    this.faces = faces;
    this.clock = clock;
  }

  /**
   * What she asks.
   *
   * @throws Refused not found, code {@code patient.none}
   */
  OpeningsQuestion of(OpeningsForm asked) {
    var form = withPatientOfMove(asked);
    var patient = form.patient().map(id -> faces.card(id).orElseThrow(OpeningsQuestions::nobody));
    return question(form, patient);
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

  private OpeningsQuestion question(OpeningsForm form, Optional<PatientCard> patient) {
    var organizations = OpeningsQuestion.organizations(patient);
    var places =
        sites.bookableInScope().stream()
            .filter(site -> site.book() == Site.Book.OURS)
            .filter(site -> organizations.contains(site.organization()))
            .toList();
    var kinds =
        types.inScope().stream()
            .filter(type -> organizations.contains(type.organization()))
            .toList();
    var typed =
        form.type().isEmpty() ? form.ofType(likely(patient, fitting(form, places, kinds))) : form;
    var zone = places.stream().findFirst().flatMap(Site::zone).orElse(Scopes.current().zone());
    var today = LocalDate.ofInstant(clock.instant(), zone);
    var hers = patient.flatMap(card -> faces.zoneOf(card.organization(), card.id()));
    try {
      var from = form.from().isEmpty() ? today : date(form.from(), today);
      return new OpeningsQuestion(typed, patient, hers, places, kinds, today, from, "");
    } catch (Refused unreadable) {
      var why = unreadable.sentence();
      return new OpeningsQuestion(typed, patient, hers, places, kinds, today, today, why);
    }
  }

  /** A time of day in it has no zone, so nobody knows what it means. */
  private LocalDate date(String typed, LocalDate today) {
    if (TIME.matcher(typed).find()) {
      throw Refused.invalid("date.with_time").onField("from");
    }
    return SpokenDate.parse(typed, today).date();
  }

  /** Of a time on the day only what its practitioner gives at its place; else all. */
  private static List<VisitType> fitting(
      OpeningsForm form, List<Site> places, List<VisitType> kinds) {
    var clinics =
        places.stream()
            .filter(site -> form.sites().contains(site.id()))
            .map(Site::organization)
            .collect(Collectors.toSet());
    var fitting =
        kinds.stream()
            .filter(type -> clinics.isEmpty() || clinics.contains(type.organization()))
            .filter(type ->
                form.practitioners().isEmpty()
                    || form.practitioners().stream().anyMatch(type::givenBy))
            .toList();
    return fitting.isEmpty() ? kinds : fitting;
  }

  /**
   * What she had last; else a visit for who was here before, or for who never was; else the first
   * that is for everybody. It is said aloud, so confidential visits do not count.
   */
  private String likely(Optional<PatientCard> patient, List<VisitType> kinds) {
    var hers =
        patient.stream()
            .flatMap(card -> visits.of(card.organization(), card.id()).stream())
            .filter(visit -> !visit.confidential())
            .toList();
    var had = hers.stream().flatMap(visit -> visit.place().type().stream()).findFirst();
    var last = kinds.stream().filter(type -> had.filter(type.id()::equals).isPresent()).findFirst();
    var here = hers.isEmpty() ? VisitType.Patients.NEW : VisitType.Patients.ESTABLISHED;
    var fitting = patient.isPresent() ? here : VisitType.Patients.ANY;
    return last.or(() -> first(kinds, fitting))
        .or(() -> first(kinds, VisitType.Patients.ANY))
        .or(() -> kinds.stream().findFirst())
        .map(VisitType::name)
        .orElse("");
  }

  private static Optional<VisitType> first(List<VisitType> kinds, VisitType.Patients patients) {
    return kinds.stream().filter(type -> type.details().patients() == patients).findFirst();
  }

  private static Refused nobody() {
    return Refused.notFound("patient.none/hidden");
  }
}
