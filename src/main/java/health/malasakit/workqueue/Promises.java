package health.malasakit.workqueue;

import health.malasakit.access.Colleagues;
import health.malasakit.access.records.RecordGate;
import health.malasakit.access.records.RestrictedRecords;
import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was promised to whom, by when, and who keeps it. */
@Component
public class Promises {

  private static final int SHOWN_MAX = 50;
  private static final Duration SOON = Duration.ofDays(1);

  private final PromiseStore store;
  private final Colleagues colleagues;
  private final RecordGate gate;
  private final RestrictedRecords restricted;
  private final Audit audit;
  private final Clock clock;

  Promises(
      PromiseStore store,
      Colleagues colleagues,
      RecordGate gate,
      RestrictedRecords restricted,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.colleagues = colleagues;
    this.gate = gate;
    this.restricted = restricted;
    this.audit = audit;
    this.clock = clock;
  }

  /** Makes a promise; its owner is told by home and by the patient's page. */
  @Transactional
  public PromiseId make(NewPromise promise) {
    requireColleague(promise.organization(), promise.owner());
    var made = promise.made(me(), clock.instant());
    store.add(made, me(), clock.instant());
    written(made, new PromiseStore.Step("made", ""));
    return made.id();
  }

  /** The owner says that she keeps it. */
  @Transactional
  public void accept(OrganizationId organization, PromiseId id) {
    change(organization, id, step("accepted"), promise -> promise.accept(me(), clock.instant()));
  }

  /** Says that a promise was kept. */
  @Transactional
  public void keep(OrganizationId organization, PromiseId id) {
    change(organization, id, step("kept"), promise -> promise.keep(me(), clock.instant()));
  }

  /** Takes a promise back, with the reason that is told to whoever was promised. */
  @Transactional
  public void withdraw(OrganizationId organization, PromiseId id, String reason) {
    var step = new PromiseStore.Step("withdrawn", reason.strip());
    change(organization, id, step, promise -> promise.withdraw(me(), clock.instant(), reason));
  }

  /** Opens a promise again that the same person ended a moment ago. */
  @Transactional
  public void reopen(OrganizationId organization, PromiseId id) {
    change(organization, id, step("reopened"), promise -> promise.reopen(me(), clock.instant()));
  }

  /** Gives a promise to another person of that clinic, who has yet to accept it. */
  @Transactional
  public void pass(OrganizationId organization, PromiseId id, AccountId next) {
    requireColleague(organization, next);
    change(
        organization, id, step("passed"), promise -> promise.passTo(next, me(), clock.instant()));
  }

  /**
   * It was made to another person than was thought; whatever became of it moves to her page. Says
   * its version.
   */
  @Transactional
  public int giveTo(OrganizationId organization, PromiseId id, PatientId right) {
    return change(organization, id, step("moved"), promise -> promise.giveTo(right)).version();
  }

  /** Agrees on another date, and says why. */
  @Transactional
  public void retime(OrganizationId organization, PromiseId id, Instant next, String reason) {
    var step = new PromiseStore.Step("retimed", reason.strip());
    change(organization, id, step, promise -> promise.retime(next, reason));
  }

  /**
   * One promise, if it is there and may be seen: the only way from an id to a promise.
   *
   * @throws Refused denied, code {@code restricted}, when it is about a record that is closed
   */
  @Transactional(readOnly = true)
  public Optional<Promise> find(OrganizationId organization, PromiseId id) {
    var found = store.find(organization, id);
    found.flatMap(Promise::patient).ifPresent(patient -> gate.check(organization, patient));
    return found;
  }

  /** What happened to it, newest first; 100 at most. */
  @Transactional(readOnly = true)
  public List<PromiseStep> history(OrganizationId organization, PromiseId id) {
    return store.history(organization, id);
  }

  /** My open promises in all clinics where I may see promises, the next due first; 50 at most. */
  @Transactional(readOnly = true)
  public List<Promise> mine() {
    return store.openOf(me(), readable(), SHOWN_MAX);
  }

  /**
   * What others promised about restricted records and is late or due within a day: their owners may
   * not be able to open it. In the clinics where I may open such a record with a reason; 50 at
   * most.
   */
  @Transactional(readOnly = true)
  public List<Promise> aboutRestricted() {
    var where =
        readable().stream()
            .filter(one -> Scopes.current().may(one, "break_glass", Verb.CREATE))
            .toList();
    var marked =
        where.stream()
            .flatMap(one -> restricted.of(one).stream())
            .map(RestrictedRecords.Marked::patient)
            .collect(Collectors.toSet());
    var due = new PromiseStore.Due(where, marked, clock.instant().plus(SOON));
    return store.dueOfOthers(me(), due, SHOWN_MAX);
  }

  /** How many of mine were kept since a moment. */
  @Transactional(readOnly = true)
  public int keptSince(Instant since) {
    return store.keptSince(me(), readable(), since);
  }

  /** The promises about a patient, open ones first; 50 at most. */
  @Transactional(readOnly = true)
  public List<Promise> about(OrganizationId organization, PatientId patient) {
    return store.of(organization, patient, SHOWN_MAX);
  }

  /** What happened to the promises about a patient, newest first; 50 at most. */
  @Transactional(readOnly = true)
  public List<PromiseHistory> historyAbout(OrganizationId organization, PatientId patient) {
    return store.historyAbout(organization, patient);
  }

  private Promise change(
      OrganizationId organization,
      PromiseId id,
      PromiseStore.Step what,
      UnaryOperator<Promise> step) {
    var promise = find(organization, id).orElseThrow(() -> Refused.notFound("promise.unknown"));
    var next = step.apply(promise);
    if (!store.change(next)) {
      throw Refused.conflict("promise.changed");
    }
    written(next, what);
    return next;
  }

  private void requireColleague(OrganizationId organization, AccountId owner) {
    if (!owner.equals(me()) && !colleagues.of(organization).containsKey(owner)) {
      throw Refused.invalid("promise.owner").onField("owner");
    }
  }

  private static List<OrganizationId> readable() {
    var scope = Scopes.current();
    return scope.organizations().stream()
        .filter(organization -> scope.may(organization, "promises", Verb.READ))
        .toList();
  }

  private static PromiseStore.Step step(String change) {
    return new PromiseStore.Step(change, "");
  }

  private void written(Promise promise, PromiseStore.Step what) {
    store.remember(promise, what, me(), clock.instant());
    audit.done(
        new Act(
            promise.organization(),
            what.change(),
            "promise",
            Optional.of(promise.id().value()),
            promise.patient(),
            ""));
  }

  private static AccountId me() {
    return Scopes.current()
        .account()
        .orElseThrow(() -> new IllegalStateException("A job makes no promise"));
  }
}
