package health.malasakit.desk.privacy;

import health.malasakit.access.Accounts;
import health.malasakit.access.Colleague;
import health.malasakit.access.People;
import health.malasakit.access.records.BreakGlass;
import health.malasakit.audit.AuditLines;
import health.malasakit.desk.ClinicAt;
import health.malasakit.desk.ClinicsAt;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.PatientCard;
import health.malasakit.patients.Patients;
import health.malasakit.ui.Choice;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
  private final Clock clock;

  ReviewPages(
      AuditLines lines,
      LinePages said,
      BreakGlass glass,
      ClinicsAt clinics,
      Accounts accounts,
      Patients patients,
      People people,
      Clock clock) {
    this.lines = lines;
    this.said = said;
    this.glass = glass;
    this.clinics = clinics;
    this.accounts = accounts;
    this.patients = patients;
    this.people = people;
    this.clock = clock;
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
        glass.waiting(clinic.id(), clock.instant()).all(),
        reviewed(clinic),
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
    var now = clock.instant();
    var me = Scopes.current().account();
    var names = accounts.namesOf(open.stream().map(BreakGlass.Opening::account).toList());
    var cards = patients.cards(open.stream().map(BreakGlass.Opening::patient).toList());
    return open.stream()
        .map(one ->
            new ReviewPage.Opening(
                one.id().toString(),
                names.getOrDefault(one.account(), ""),
                name(cards, one.patient()),
                one.patient().toString(),
                one.reason(),
                Moments.dated(one.openedAt(), clinic.zone()),
                Moments.dated(ReviewDue.of(one.openedAt(), clinic.zone()), clinic.zone()),
                ReviewDue.isOver(one.openedAt(), clinic.zone(), now),
                me.equals(Optional.of(one.account()))))
        .toList();
  }

  private List<ReviewPage.Reviewed> reviewed(ClinicAt clinic) {
    var done = glass.reviewed(clinic.id());
    var people =
        done.stream().flatMap(one -> Stream.of(one.opening().account(), one.by())).toList();
    var names = accounts.namesOf(people);
    var cards = patients.cards(done.stream().map(one -> one.opening().patient()).toList());
    return done.stream()
        .map(one ->
            new ReviewPage.Reviewed(
                names.getOrDefault(one.opening().account(), ""),
                name(cards, one.opening().patient()),
                one.opening().reason(),
                Moments.dated(one.opening().openedAt(), clinic.zone()),
                names.getOrDefault(one.by(), ""),
                Moments.dated(one.at(), clinic.zone()),
                switch (one.found().finding()) {
                  case JUSTIFIED -> "audit.justified";
                  case NOT_JUSTIFIED -> "audit.notJustified";
                },
                one.found().words()))
        .toList();
  }

  private static String name(Map<PatientId, PatientCard> cards, PatientId patient) {
    return Optional.ofNullable(cards.get(patient)).map(PatientCard::name).orElse("");
  }
}
