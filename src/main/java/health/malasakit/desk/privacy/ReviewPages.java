package health.malasakit.desk.privacy;

import health.malasakit.access.Accounts;
import health.malasakit.access.Colleague;
import health.malasakit.access.People;
import health.malasakit.access.records.StaffProfiles;
import health.malasakit.audit.AuditLines;
import health.malasakit.desk.ClinicAt;
import health.malasakit.desk.ClinicsAt;
import health.malasakit.ui.Choice;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Brings together what the review page shows. */
@Component
class ReviewPages {

  private final AuditLines lines;
  private final LinePages said;
  private final OpeningPages openings;
  private final StaffProfiles profiles;
  private final ClinicsAt clinics;
  private final Accounts accounts;
  private final People people;

  ReviewPages(
      AuditLines lines,
      LinePages said,
      OpeningPages openings,
      StaffProfiles profiles,
      ClinicsAt clinics,
      Accounts accounts,
      People people) {
    this.lines = lines;
    this.said = said;
    this.openings = openings;
    this.profiles = profiles;
    this.clinics = clinics;
    this.accounts = accounts;
    this.people = people;
  }

  ReviewPage of(ClinicAt clinic, Instant since, UUID before, Locale locale) {
    var review = lines.review(clinic.id(), since, before);
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
    return accounts.namesOf(profiles.unknownIn(clinic.id())).values().stream().sorted().toList();
  }

  private List<Choice> people(ClinicAt clinic) {
    return people.of(clinic.id()).stream().map(ReviewPages::choice).toList();
  }

  private static Choice choice(Colleague one) {
    return Choice.of(one.account().toString(), one.name());
  }
}
