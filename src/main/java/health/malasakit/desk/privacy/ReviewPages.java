package health.malasakit.desk.privacy;

import health.malasakit.access.Colleague;
import health.malasakit.access.People;
import health.malasakit.access.records.StaffProfiles;
import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.audit.AuditLines;
import health.malasakit.desk.ClinicAt;
import health.malasakit.desk.ClinicsAt;
import health.malasakit.ui.Choice;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings together what the review page shows. */
@Component
class ReviewPages {

  private final AuditLines lines;
  private final LinePages said;
  private final OpeningPages openings;
  private final StaffProfiles profiles;
  private final ClinicsAt clinics;
  private final People people;
  private final Audit audit;

  ReviewPages(
      AuditLines lines,
      LinePages said,
      OpeningPages openings,
      StaffProfiles profiles,
      ClinicsAt clinics,
      People people,
      Audit audit) {
    this.lines = lines;
    this.said = said;
    this.openings = openings;
    this.profiles = profiles;
    this.clinics = clinics;
    this.people = people;
    this.audit = audit;
  }

  /** The page, of which the audit has a line. */
  @Transactional
  public ReviewPage of(ClinicAt clinic, Instant since, UUID before, Locale locale) {
    audit.done(Act.on(clinic.id(), "read", "audit_log", clinic.id().value()));
    var review = lines.review(clinic.id(), since, before);
    audit.listed(
        clinic.id(),
        "audit",
        review.by().stream()
            .flatMap(concern -> concern.lines().stream())
            .flatMap(line -> line.patient().stream())
            .collect(Collectors.toSet()));
    var concerns =
        review.by().stream()
            .map(concern ->
                new ReviewPage.Concerned(concern.code(), said.of(clinic, concern.lines(), locale)))
            .toList();
    return new ReviewPage(
        clinic,
        clinics.inScope(),
        openings.toReview(clinic),
        openings.waiting(clinic),
        unknown(clinic),
        openings.reviewed(clinic),
        concerns,
        people(clinic),
        review.read(),
        review.next().map(UUID::toString).orElse(""));
  }

  private List<String> unknown(ClinicAt clinic) {
    var silent = Set.copyOf(profiles.unknownIn(clinic.id()));
    return people.of(clinic.id()).stream()
        .filter(one -> silent.contains(one.account()))
        .map(ReviewPages::told)
        .toList();
  }

  private List<Choice> people(ClinicAt clinic) {
    return people.of(clinic.id()).stream().map(ReviewPages::choice).toList();
  }

  private static Choice choice(Colleague one) {
    return Choice.of(one.account().toString(), told(one));
  }

  /** Two people may have one name; nobody shares her e-mail. */
  private static String told(Colleague one) {
    return one.name() + " (" + one.email() + ")";
  }
}
