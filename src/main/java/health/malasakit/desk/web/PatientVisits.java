package health.malasakit.desk.web;

import health.malasakit.desk.ClinicAt;
import health.malasakit.directory.Practitioner;
import health.malasakit.directory.Practitioners;
import health.malasakit.directory.Site;
import health.malasakit.directory.Sites;
import health.malasakit.directory.VisitType;
import health.malasakit.directory.VisitTypes;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.VisitNotices;
import health.malasakit.scheduling.VisitStatus;
import health.malasakit.scheduling.Visits;
import health.malasakit.ui.When;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A patient's visits with the names of kinds, practitioners and sites: four reads for all. */
@Component
class PatientVisits {

  private final Visits visits;
  private final VisitTypes types;
  private final Practitioners practitioners;
  private final Sites sites;
  private final VisitNotices notices;
  private final Clock clock;

  PatientVisits(
      Visits visits,
      VisitTypes types,
      Practitioners practitioners,
      Sites sites,
      VisitNotices notices,
      Clock clock) {
    this.visits = visits;
    this.types = types;
    this.practitioners = practitioners;
    this.sites = sites;
    this.notices = notices;
    this.clock = clock;
  }

  PatientPage.Visits of(ClinicAt clinic, PatientId patient, Optional<ZoneId> hers) {
    return shown(visits.of(clinic.id(), patient), hers);
  }

  /** These, the next first, then the past. */
  PatientPage.Visits shown(List<Visit> all, Optional<ZoneId> hers) {
    var now = clock.instant();
    var coming =
        all.stream()
            .filter(visit -> comes(visit, now))
            .sorted(Comparator.comparing(visit -> visit.time().from()))
            .toList();
    var past =
        all.stream()
            .filter(visit -> !comes(visit, now))
            .sorted(Comparator.comparing(visit -> visit.time().from().isAfter(now)))
            .toList();
    var names = names(Stream.concat(coming.stream(), past.stream()).toList());
    var beside = notices.beside(coming);
    return new PatientPage.Visits(
        coming.stream().map(visit -> line(visit, names, hers).beside(beside.words(visit))).toList(),
        past.stream().map(visit -> line(visit, names, hers)).toList());
  }

  private record Names(
      java.util.Map<health.malasakit.directory.VisitTypeId, VisitType> types,
      java.util.Map<health.malasakit.directory.PractitionerId, Practitioner> practitioners,
      java.util.Map<health.malasakit.directory.SiteId, Site> sites) {}

  private Names names(List<Visit> shown) {
    return new Names(
        types.byIds(
            shown.stream().flatMap(v -> v.place().type().stream()).collect(Collectors.toSet())),
        practitioners.byIds(
            shown.stream()
                .flatMap(v -> v.place().practitioner().stream())
                .collect(Collectors.toSet())),
        sites.byIds(shown.stream().map(Visit::site).collect(Collectors.toSet())));
  }

  private PatientPage.VisitLine line(Visit visit, Names names, Optional<ZoneId> hers) {
    var zone = visit.time().zone();
    var from = visit.time().from();
    return new PatientPage.VisitLine(
        visit.origin() == Visit.Origin.HERE ? "/visits/" + visit.id() : "",
        what(visit, names),
        Optional.ofNullable(names.sites().get(visit.site())).map(Site::name).orElse(""),
        When.of(from, zone, hers.orElse(zone), Scopes.current().zone()),
        Moments.relative(from, clock.instant()),
        visit.status().code(),
        visit.confidential(),
        apart(visit, names),
        List.of());
  }

  private static String what(Visit visit, Names names) {
    var kind =
        visit
            .place()
            .type()
            .flatMap(id -> Optional.ofNullable(names.types().get(id)))
            .map(VisitType::name)
            .orElse(visit.place().title());
    var with =
        visit
            .place()
            .practitioner()
            .flatMap(id -> Optional.ofNullable(names.practitioners().get(id)))
            .map(Practitioner::name)
            .orElse("");
    return Stream.of(kind, with).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
  }

  /** {@code phone} or {@code video}; empty where she comes in person, or nobody knows. */
  private static String apart(Visit visit, Names names) {
    return visit
        .place()
        .type()
        .flatMap(id -> Optional.ofNullable(names.types().get(id)))
        .map(type -> type.details().modality())
        .filter(how -> how != VisitType.Modality.IN_PERSON)
        .map(VisitType.Modality::code)
        .orElse("");
  }

  private static boolean comes(Visit visit, Instant now) {
    return switch (visit.status()) {
      case VisitStatus.Booked booked -> visit.time().end().isAfter(now);
      case VisitStatus.Arrived arrived -> visit.time().end().isAfter(now);
      case VisitStatus.Done done -> false;
      case VisitStatus.Missed missed -> false;
      case VisitStatus.Cancelled cancelled -> false;
    };
  }
}
