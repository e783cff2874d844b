package health.malasakit.desk.privacy;

import health.malasakit.access.Accounts;
import health.malasakit.access.Colleague;
import health.malasakit.access.People;
import health.malasakit.access.records.BreakGlass;
import health.malasakit.audit.AuditLines;
import health.malasakit.deadlines.BusinessDays;
import health.malasakit.desk.ClinicAt;
import health.malasakit.desk.ClinicsAt;
import health.malasakit.kernel.Moments;
import health.malasakit.patients.Patients;
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
  private final BreakGlass glass;
  private final ClinicsAt clinics;
  private final Accounts accounts;
  private final Patients patients;
  private final People people;

  ReviewPages(
      AuditLines lines,
      LinePages said,
      BreakGlass glass,
      ClinicsAt clinics,
      Accounts accounts,
      Patients patients,
      People people) {
    this.lines = lines;
    this.said = said;
    this.glass = glass;
    this.clinics = clinics;
    this.accounts = accounts;
    this.patients = patients;
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
        openings(clinic),
        concerns,
        people(clinic),
        review.read(),
        review.next().map(UUID::toString).orElse(""));
  }

  private List<Choice> people(ClinicAt clinic) {
    return people.of(clinic.id()).stream().map(ReviewPages::choice).toList();
  }

  private static Choice choice(Colleague one) {
    return Choice.of(one.account().toString(), one.name());
  }

  private List<ReviewPage.Opening> openings(ClinicAt clinic) {
    var open = glass.toReview(clinic.id());
    var names = accounts.namesOf(open.stream().map(BreakGlass.Opening::account).toList());
    var cards = patients.cards(open.stream().map(BreakGlass.Opening::patient).toList());
    return open.stream()
        .map(one ->
            new ReviewPage.Opening(
                one.id().toString(),
                names.getOrDefault(one.account(), ""),
                cards.containsKey(one.patient()) ? cards.get(one.patient()).name() : "",
                one.patient().toString(),
                one.reason(),
                Moments.dated(one.openedAt(), clinic.zone()),
                due(one.openedAt(), clinic)))
        .toList();
  }

  /** One business day after, at the end of the clinic's day. */
  private static String due(Instant opened, ClinicAt clinic) {
    var day = opened.atZone(clinic.zone()).toLocalDate();
    return Moments.day(BusinessDays.addBusinessDays(day, 1));
  }
}
