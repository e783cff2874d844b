package health.malasakit.scheduling.told;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.messaging.ledger.Ledger;
import health.malasakit.messaging.ledger.Planned;
import health.malasakit.messaging.ledger.Recipient;
import health.malasakit.messaging.ledger.Recipients;
import health.malasakit.messaging.ledger.Rules;
import health.malasakit.messaging.ledger.SendingHours;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.messaging.ledger.VisitTold;
import health.malasakit.scheduling.VisitId;
import health.malasakit.scheduling.answers.Answers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Plans what is told of visits, as they stand now. */
@Component
class Telling {

  /** Whatever else is the matter, a reaction that late is none to what just happened. */
  private static final Duration JUST_NOW = Duration.ofHours(1);

  private static final Set<Step> EVERY_STEP = Set.of(Step.values());

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
   * sends. May come late, again or beside another: what is true of the visit now decides.
   *
   * @param patient whose it was when that happened; of a visit that was given to another it only
   *     stops
   */
  @Transactional
  void after(OrganizationId clinic, VisitId id, PatientId patient) {
    store.alone(List.of(id.value()));
    var said = rules.of(clinic);
    one(clinic, id.value())
        .ifPresent(visit -> {
          boolean hers = visit.patient().equals(patient);
          boolean tells =
              rules.plans(clinic)
                  && hers
                  && (visit.stands() || (visit.cancelled() && !byText(clinic, visit)));
          if (tells) {
            var steps = steps(clinic, visit, said);
            ledger.replan(about(clinic, visit), wanted(clinic, visit, steps), steps.told());
          } else {
            ledger.replan(about(clinic, visit), List.of(), EVERY_STEP);
          }
          store
              .changedAt(clinic, id.value())
              .ifPresent(acted -> ledger.doubtOld(about(clinic, visit), acted));
        });
  }

  private List<Planned> wanted(OrganizationId clinic, VisitTold visit, Steps steps) {
    var last = store.lastAct(clinic, visit.visit());
    boolean unheard = last.filter(act -> unheard(clinic, visit, act)).isPresent();
    if (visit.cancelled() && unheard) {
      return List.of();
    }
    boolean moved = last.filter(act -> act.what().equals("moved")).isPresent() && !unheard;
    var standing = moved ? Step.MOVED : Step.BOOKED;
    return steps.after(
        visit.cancelled() ? Step.CANCELLED : standing,
        new Steps.Act(
            last.filter(act -> asked(clinic, visit, act)).isPresent(),
            last.map(ToldVisitStore.Act::changedAt).orElseGet(clock::instant),
            unheard ? Optional.empty() : last.flatMap(Telling::before)));
  }

  /** Whoever gets the visit of another knows of no time that it had. */
  private static Optional<Instant> before(ToldVisitStore.Act act) {
    return act.before().filter(start -> !act.what().equals("righted"));
  }

  /** It was booked just now, and what was to be told of that is not even planned. */
  private boolean unheard(OrganizationId clinic, VisitTold visit, ToldVisitStore.Act act) {
    return act.bookedAt().isAfter(clock.instant().minus(JUST_NOW))
        && ledger.ofVisit(clinic, visit.visit()).isEmpty();
  }

  /**
   * The reminders of these visits, which stand. While a clinic is off none is planned, and those
   * that are stay: it may be on again before they are due, or soon after.
   */
  @Transactional
  void remind(OrganizationId clinic, List<UUID> ids) {
    store.alone(ids);
    var said = rules.of(clinic);
    boolean plans = rules.plans(clinic);
    visits.of(clinic, ids).values().stream()
        .filter(VisitTold::stands)
        .forEach(visit -> {
          var steps = steps(clinic, visit, said);
          ledger.replan(about(clinic, visit), plans ? steps.reminders() : List.of(), steps.told());
        });
  }

  /** She wrote it, and was answered then. */
  private boolean byText(OrganizationId clinic, VisitTold visit) {
    return store.reason(clinic, visit.visit()).equals(Answers.byText());
  }

  /** Whoever did it spoke with her while she did, and nobody did anything else since. */
  private boolean asked(OrganizationId clinic, VisitTold visit, ToldVisitStore.Act act) {
    return act.at().equals(act.changedAt())
        && act.by().filter(by -> live.spoke(clinic, visit.patient(), by, act.at())).isPresent();
  }

  private Optional<VisitTold> one(OrganizationId clinic, UUID id) {
    return Optional.ofNullable(visits.of(clinic, List.of(id)).get(id));
  }

  private Steps steps(OrganizationId clinic, VisitTold visit, Rules.Said said) {
    var her =
        Optional.ofNullable(recipients.of(clinic, List.of(visit.patient())).get(visit.patient()));
    Set<ZoneId> zones =
        her.map(Recipient::zones)
            .filter(known -> !known.isEmpty())
            .orElse(Set.of(visit.start().zone()));
    var hours = new SendingHours(zones, her.map(Recipient::states).orElse(Set.of()), said.rule());
    return new Steps(visit, said.rule().stepsOf(visit.site()), hours, clock.instant());
  }

  private static Ledger.About about(OrganizationId clinic, VisitTold visit) {
    return new Ledger.About(
        clinic, visit.patient(), visit.visit(), visit.version(), visit.stands());
  }
}
