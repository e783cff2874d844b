package health.malasakit.workqueue;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was promised to whom, by when, and who keeps it. */
@Component
public class Promises {

  private static final int SHOWN_MAX = 50;

  private final PromiseStore store;
  private final Audit audit;
  private final Clock clock;

  Promises(PromiseStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** Makes a promise; its owner is told by home and by the patient's page. */
  @Transactional
  public PromiseId make(NewPromise promise) {
    var made = promise.made();
    store.add(made, me(), clock.instant());
    written(made, "made");
    return made.id();
  }

  /** Says that a promise was kept. */
  @Transactional
  public void keep(OrganizationId organization, PromiseId id) {
    change(organization, id, "kept", promise -> promise.keep(me(), clock.instant()));
  }

  /** Takes a promise back, with the reason that is told to whoever was promised. */
  @Transactional
  public void withdraw(OrganizationId organization, PromiseId id, String reason) {
    change(
        organization, id, "withdrawn", promise -> promise.withdraw(me(), clock.instant(), reason));
  }

  /** Gives a promise to another person. */
  @Transactional
  public void pass(OrganizationId organization, PromiseId id, AccountId next) {
    change(organization, id, "passed", promise -> promise.passTo(next));
  }

  /** Agrees on another date. */
  @Transactional
  public void retime(OrganizationId organization, PromiseId id, Instant next) {
    change(organization, id, "retimed", promise -> promise.retime(next));
  }

  /** My open promises in all clinics where I may see promises, the next due first; 50 at most. */
  @Transactional(readOnly = true)
  public List<Promise> mine() {
    var scope = Scopes.current();
    var organizations =
        scope.organizations().stream()
            .filter(organization -> scope.may(organization, "promises", Verb.READ))
            .toList();
    return store.openOf(me(), organizations, SHOWN_MAX);
  }

  /** The promises about a patient, open ones first; 50 at most. */
  @Transactional(readOnly = true)
  public List<Promise> about(OrganizationId organization, PatientId patient) {
    return store.of(organization, patient, SHOWN_MAX);
  }

  private void change(
      OrganizationId organization, PromiseId id, String what, UnaryOperator<Promise> step) {
    var promise =
        store
            .find(organization, id)
            .orElseThrow(
                () -> Refused.notFound("promise.unknown", "There is no such promise here."));
    var next = step.apply(promise);
    if (!store.change(next)) {
      throw Refused.conflict(
          "promise.changed", "Somebody changed this promise a moment ago. Look at it again.");
    }
    written(next, what);
  }

  private void written(Promise promise, String what) {
    store.remember(promise, what, me(), clock.instant());
    audit.done(
        new Act(
            promise.organization(),
            what,
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
