package health.malasakit.inquiries.outbound;

import health.malasakit.access.Colleagues;
import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.outbound.CallBackStore.Step;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.live.Live;
import health.malasakit.patients.Deceased;
import health.malasakit.patients.Patients;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom we call about what, in the clinics in scope. Any feature may ask for a call. */
@Component
public class CallBacks {

  private final CallBackStore store;
  private final Patients patients;
  private final Colleagues colleagues;
  private final Audit audit;
  private final Live live;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CallBacks(
      CallBackStore store,
      Patients patients,
      Colleagues colleagues,
      Audit audit,
      Live live,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.patients = patients;
    this.colleagues = colleagues;
    this.audit = audit;
    this.live = live;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Somebody is to be called. From one promise, call or message there is one at a time: asked again
   * it is the same.
   *
   * @throws Refused not found, code {@code patient.not_found}; conflict, code {@code
   *     patient.deceased}; invalid, code {@code call_back.owner}
   */
  @Transactional
  public CallBackId ask(NewCallBack asked) {
    var patient =
        patients.find(asked.organization(), asked.patient()).orElseThrow(Patients::notFound);
    if (!(patient.deceased() instanceof Deceased.No)) {
      throw Refused.conflict("patient.deceased/message");
    }
    requireColleague(asked.organization(), asked.owner());
    var now = clock.instant();
    var zone = patient.facts().zone();
    var next =
        zone.map(hers -> new Hours(hers, asked.wish(), Optional.empty()).next(now)).orElse(now);
    var one =
        new CallBack(
            asked.organization(),
            CallBackId.next(),
            asked.patient(),
            asked.matter(),
            asked.source(),
            new CallBack.Opened(me(), now),
            new CallBack.Plan(
                asked.owner(), asked.dueAt(), next, zone, asked.wish(), Optional.empty()),
            Optional.empty(),
            1);
    if (!store.add(one, step("asked", asked.source().kind().code()))) {
      return store.of(asked.organization(), asked.source()).orElseThrow(CallBacks::unknown).id();
    }
    written(one, "created");
    return one.id();
  }

  /**
   * One of them.
   *
   * @throws Refused not found, code {@code call_back.unknown}
   */
  @Transactional(readOnly = true)
  public CallBack get(CallBackId id) {
    return store.find(Scopes.current().organizations(), id).orElseThrow(CallBacks::unknown);
  }

  /** All that are open where she may see calls, the next due first; 500 at most. */
  @Transactional(readOnly = true)
  public List<CallBack> open() {
    var scope = Scopes.current();
    return store.open(
        scope.organizations().stream().filter(one -> scope.may(one, "calls", Verb.READ)).toList());
  }

  /** Whether a patient was ever to be called about what is for her alone. */
  @Transactional(readOnly = true)
  public boolean anyForHerAlone(OrganizationId organization, PatientId patient) {
    return store.anyForHerAlone(organization, patient);
  }

  /** What is open about a patient, the latest first; 20 at most. */
  @Transactional(readOnly = true)
  public List<CallBack> openOf(OrganizationId organization, PatientId patient) {
    return store.open(organization, patient);
  }

  /** Her zone was asked or looked up; where it may, it goes into her record as well. */
  @Transactional
  public void sayZone(CallBack seen, ZoneId zone) {
    change(seen, step("zone", zone.getId()), one -> one.at(zone));
    var clinic = seen.organization();
    if (Scopes.current().may(clinic, "patients", Verb.UPDATE)) {
      patients
          .find(clinic, seen.patient())
          .filter(patient -> patient.facts().zone().isEmpty())
          .ifPresent(patient ->
              patients.correct(
                  clinic,
                  seen.patient(),
                  patient.version(),
                  patient.facts().edit().zone(Optional.of(zone)).done()));
    }
  }

  /** She asked to be called in these hours. */
  @Transactional
  public void wish(CallBack seen, Wish hers) {
    var words = hers.from() + "-" + hers.until() + ", " + hers.saidBy();
    change(seen, step("wish", words), one -> one.wished(hers));
  }

  /** Another person calls; nobody in particular when empty. */
  @Transactional
  public void pass(CallBack seen, Optional<AccountId> next) {
    requireColleague(seen.organization(), next);
    change(seen, step("passed", ""), one -> one.passTo(next));
  }

  /** It is said, or given up. */
  @Transactional
  public void close(CallBack seen, CallBack.How how) {
    var closed =
        change(seen, step("closed", how.code()), one -> one.close(how, me(), clock.instant()));
    events.publishEvent(
        new CallBackClosed(closed.organization(), closed.id(), closed.source(), how));
  }

  /** Closed by mistake. */
  @Transactional
  public void reopen(CallBack seen) {
    change(seen, step("asked", "again"), CallBack::reopen);
  }

  /** As it stands, and nobody else changes it until this transaction has ended. */
  CallBack alone(CallBack seen) {
    return store.alone(seen.organization(), seen.id()).orElseThrow(CallBacks::unknown);
  }

  /** The same with a step of its history; called with what {@link #alone} gave. */
  void write(CallBack next, String step, String words) {
    store.save(next);
    store.remember(next, step(step, words));
    changed(next.organization());
  }

  /** When the next attempt is best. */
  void plan(CallBack next) {
    store.save(next);
    changed(next.organization());
  }

  private CallBack change(CallBack seen, Step step, UnaryOperator<CallBack> how) {
    var next = how.apply(alone(seen));
    store.save(next);
    store.remember(next, step);
    written(next, step.name().equals("closed") ? "closed" : "changed");
    return next;
  }

  private void written(CallBack one, String act) {
    audit.done(
        Act.onPatient(one.organization(), act, one.patient()).of("call_back", one.id().value()));
    changed(one.organization());
  }

  private void changed(OrganizationId organization) {
    live.changed(Calls.topic(organization));
  }

  private void requireColleague(OrganizationId organization, Optional<AccountId> owner) {
    if (owner.filter(one -> !colleagues.of(organization).containsKey(one)).isPresent()) {
      throw Refused.invalid("call_back.owner").onField("owner");
    }
  }

  private Step step(String name, String words) {
    return new Step(name, words, me(), clock.instant());
  }

  static Refused unknown() {
    return Refused.notFound("call_back.unknown");
  }

  private static AccountId me() {
    return Scopes.current()
        .account()
        .orElseThrow(() -> new IllegalStateException("A job calls nobody"));
  }
}
