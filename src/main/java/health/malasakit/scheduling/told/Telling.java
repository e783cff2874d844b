package health.malasakit.scheduling.told;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.messaging.ledger.Ledger;
import health.malasakit.messaging.ledger.Planned;
import health.malasakit.messaging.ledger.Recipient;
import health.malasakit.messaging.ledger.Recipients;
import health.malasakit.messaging.ledger.Rules;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.messaging.ledger.VisitTold;
import health.malasakit.scheduling.VisitId;
import health.malasakit.scheduling.answers.Answers;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Plans what is told of visits, as they stand now. */
@Component
class Telling {

  private final Ledger ledger;
  private final Rules rules;
  private final Recipients recipients;
  private final ToldVisits visits;
  private final ToldVisitStore store;
  private final LiveContacts live;
  private final Clock clock;

  Telling(
      Ledger ledger,
      Rules rules,
      Recipients recipients,
      ToldVisits visits,
      ToldVisitStore store,
      LiveContacts live,
      Clock clock) {
    this.ledger = ledger;
    this.rules = rules;
    this.recipients = recipients;
    this.visits = visits;
    this.store = store;
    this.live = live;
    this.clock = clock;
  }

  /**
   * After an act on a visit; what is unsent of before it is stopped, whether or not the clinic
   * sends. May come late or again: what is true of the visit now decides.
   *
   * @param patient whose it was when that happened; of a visit that was given to another it only
   *     stops
   */
  @Transactional
  void after(OrganizationId clinic, VisitId id, PatientId patient, Step act) {
    var said = rules.of(clinic);
    one(clinic, id.value())
        .ifPresent(visit -> {
          boolean hers = visit.patient().equals(patient);
          boolean tells =
              said.sends()
                  && hers
                  && (visit.stands() || (visit.cancelled() && !byText(clinic, visit)));
          var wanted =
              tells
                  ? steps(clinic, visit, said).after(told(visit, act), asked(clinic, visit))
                  : List.<Planned>of();
          ledger.replan(about(clinic, visit), wanted);
          store
              .changedAt(clinic, id.value())
              .ifPresent(acted -> ledger.doubtOld(about(clinic, visit), acted));
        });
  }

  /** The reminders of these visits, which stand. */
  @Transactional
  void remind(OrganizationId clinic, List<UUID> ids) {
    var said = rules.of(clinic);
    visits.of(clinic, ids).values().stream()
        .filter(VisitTold::stands)
        .forEach(visit ->
            ledger.replan(
                about(clinic, visit),
                said.sends() ? steps(clinic, visit, said).reminders() : List.of()));
  }

  /** She wrote it, and was answered then. */
  private boolean byText(OrganizationId clinic, VisitTold visit) {
    return store.reason(clinic, visit.visit()).equals(Answers.byText());
  }

  /** Whoever did it spoke with her while she did. */
  private boolean asked(OrganizationId clinic, VisitTold visit) {
    return store
        .lastAct(clinic, visit.visit())
        .filter(act -> live.spoke(clinic, visit.patient(), act.by(), act.at()))
        .isPresent();
  }

  /** What is true now: a cancellation that was taken back meanwhile is a booking. */
  private static Step told(VisitTold visit, Step act) {
    if (visit.cancelled()) {
      return Step.CANCELLED;
    }
    return act == Step.CANCELLED ? Step.BOOKED : act;
  }

  private Optional<VisitTold> one(OrganizationId clinic, UUID id) {
    return Optional.ofNullable(visits.of(clinic, List.of(id)).get(id));
  }

  private Steps steps(OrganizationId clinic, VisitTold visit, Rules.Said said) {
    var zone =
        Optional.ofNullable(recipients.of(clinic, List.of(visit.patient())).get(visit.patient()))
            .map(Recipient::zones)
            .filter(zones -> zones.size() == 1)
            .<ZoneId>map(zones -> zones.iterator().next())
            .orElse(visit.start().zone());
    return new Steps(visit, said.rule().stepsOf(visit.site()), zone, clock.instant());
  }

  private static Ledger.About about(OrganizationId clinic, VisitTold visit) {
    return new Ledger.About(
        clinic, visit.patient(), visit.visit(), visit.version(), visit.stands());
  }
}
