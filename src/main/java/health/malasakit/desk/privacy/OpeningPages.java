package health.malasakit.desk.privacy;

import health.malasakit.access.Accounts;
import health.malasakit.access.records.BreakGlass;
import health.malasakit.audit.Audit;
import health.malasakit.desk.ClinicAt;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.PatientCard;
import health.malasakit.patients.Patients;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Restricted records opened with a reason, as the review page shows them. */
@Component
class OpeningPages {

  private final BreakGlass glass;
  private final Accounts accounts;
  private final Patients patients;
  private final Audit audit;
  private final Clock clock;

  OpeningPages(BreakGlass glass, Accounts accounts, Patients patients, Audit audit, Clock clock) {
    this.glass = glass;
    this.accounts = accounts;
    this.patients = patients;
    this.audit = audit;
    this.clock = clock;
  }

  /** All that wait, those beyond the list included. */
  int waiting(ClinicAt clinic) {
    return glass.waiting(clinic.id(), clock.instant()).all();
  }

  List<ReviewPage.Opening> toReview(ClinicAt clinic) {
    var open = glass.toReview(clinic.id());
    var now = clock.instant();
    var me = Scopes.current().account();
    var names = accounts.namesOf(open.stream().map(BreakGlass.Opening::account).toList());
    var cards = shown(clinic, open.stream().map(BreakGlass.Opening::patient).toList());
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
                me.equals(Optional.of(one.account())),
                ReviewPage.Typed.NOTHING))
        .toList();
  }

  List<ReviewPage.Reviewed> reviewed(ClinicAt clinic) {
    var done = glass.reviewed(clinic.id());
    var people =
        done.stream().flatMap(one -> Stream.of(one.opening().account(), one.by())).toList();
    var names = accounts.namesOf(people);
    var cards = shown(clinic, done.stream().map(one -> one.opening().patient()).toList());
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

  /** Whose names are shown stands in their own access lists. */
  private Map<PatientId, PatientCard> shown(ClinicAt clinic, List<PatientId> ids) {
    var cards = patients.cards(ids);
    audit.listed(clinic.id(), "reviews", cards.keySet());
    return cards;
  }

  private static String name(Map<PatientId, PatientCard> cards, PatientId patient) {
    return Optional.ofNullable(cards.get(patient)).map(PatientCard::name).orElse("");
  }
}
