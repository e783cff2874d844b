package health.malasakit.scheduling.web;

import health.malasakit.directory.Site;
import health.malasakit.directory.VisitType;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.PatientCard;
import health.malasakit.scheduling.Opening;
import health.malasakit.scheduling.Openings;
import health.malasakit.scheduling.OpeningsWanted;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is asked on the page of openings once names are ids and words are dates.
 *
 * @param places where it is asked
 * @param kinds all kinds of visit there
 * @param today the date at the first place
 * @param error why the date could not be read; empty when it could
 */
record OpeningsQuestion(
    OpeningsForm form,
    Optional<PatientCard> patient,
    Optional<ZoneId> patientZone,
    List<Site> places,
    List<VisitType> kinds,
    LocalDate today,
    LocalDate from,
    String error) {

  /** The patient's clinic, or all of hers. */
  static Set<OrganizationId> organizations(Optional<PatientCard> patient) {
    return patient
        .map(card -> Set.of(card.organization()))
        .orElseGet(() -> Scopes.current().organizations());
  }

  /** {@code phone} or {@code video}; empty where the patient comes in person. */
  String meets(Opening opening) {
    return kind(opening).map(type -> Meetings.apart(type.details().modality())).orElse("");
  }

  Optional<VisitType> kind(Opening opening) {
    return kinds.stream().filter(type -> type.id().equals(opening.where().type())).findFirst();
  }

  OpeningsWanted wanted() {
    var named =
        kinds.stream()
            .filter(type -> type.name().equals(form.type()))
            .map(VisitType::id)
            .collect(Collectors.toSet());
    var last = form.today() ? today : from.plusDays(Openings.DAYS_AHEAD_MAX);
    return new OpeningsWanted(
        organizations(patient),
        named,
        form.sites(),
        form.notSites(),
        form.practitioners(),
        form.language().isEmpty() ? Set.of() : Set.of(form.language()),
        form.days(),
        form.parts(),
        from,
        last,
        form.after(),
        form.inARow());
  }

  /** The patient's clinic, or the only one that is asked. */
  Optional<Whereabouts> whereabouts() {
    var clinics = places.stream().map(Site::organization).distinct().toList();
    var zones = places.stream().flatMap(site -> site.zone().stream()).distinct().toList();
    return clinics.size() == 1
        ? Optional.of(new Whereabouts(clinics.getFirst(), zones, patientZone))
        : Optional.empty();
  }
}
