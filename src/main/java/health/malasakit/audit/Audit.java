package health.malasakit.audit;

import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down who saw or did what, in the transaction of the act itself. */
@Component
public class Audit {

  /** Reopening the same patient for the same task within this time adds to a count. */
  static final Duration SAME_LOOK = Duration.ofMinutes(10);

  private final AuditStore store;
  private final Clock clock;

  Audit(AuditStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Something was changed, created, refused or otherwise done: always a line of its own. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void done(Act act) {
    store.add(Ids.next(), act, Scopes.current(), clock.instant());
  }

  /** A patient's record was opened by a person. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void opened(OrganizationId organization, PatientId patient) {
    var act = Act.onPatient(organization, "opened", patient);
    var scope = Scopes.current();
    var now = clock.instant();
    if (store.countReopening(act, scope, now, now.minus(SAME_LOOK))) {
      return;
    }
    var line = Ids.next();
    store.add(line, act, scope, now);
    store.beginReopening(line, act, scope, now);
  }

  /** Patients of one organization were shown in a result set: one line, and the patients in it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void listed(OrganizationId organization, String what, Collection<PatientId> patients) {
    if (patients.isEmpty()) {
      return;
    }
    var line = Ids.next();
    var act =
        new Act(
            organization,
            "listed",
            what,
            Optional.empty(),
            Optional.empty(),
            patients.size() + " shown");
    store.add(line, act, Scopes.current(), clock.instant());
    store.addListed(organization, line, patients);
  }

  /**
   * An act whose own transaction is rolled back or read-only, such as a refusal: written in a
   * transaction of its own.
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void refused(Act act) {
    store.add(Ids.next(), act, Scopes.current(), clock.instant());
  }
}
