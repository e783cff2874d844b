package health.malasakit.audit;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down who saw or did what, in the transaction of the act itself. */
@Component
public class Audit {

  /** Reopening the same patient for the same task within this time of a line adds to its count. */
  static final Duration SAME_LOOK = Duration.ofMinutes(10);

  /** A view that stays open longer than a shift lists its patients again. */
  static final Duration DRAWN_ANEW = Duration.ofHours(12);

  private final AuditStore store;
  private final Clock clock;
  private final ObjectProvider<Clinics> clinics;
  private final Apart apart;

  Audit(AuditStore store, Clock clock, ObjectProvider<Clinics> clinics, Apart apart) {
    this.store = store;
    this.clock = clock;
    this.clinics = clinics;
    this.apart = apart;
  }

  /** Something was changed, created, refused or otherwise done: always a line of its own. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void done(Act act) {
    store.add(Ids.next(), act, Scopes.current(), clock.instant());
  }

  /**
   * The same about something that these people must not know of: they read no line about it,
   * neither this one nor those before and after it, whatever their roles.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void done(Act act, Collection<AccountId> keptFrom) {
    store.keepFrom(act, keptFrom);
    done(act);
  }

  /**
   * A patient's record was opened by a person: a line, which is the first of a count. The same
   * again within ten minutes of that line is counted with it; after that a new line begins.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void opened(OrganizationId organization, PatientId patient) {
    var act = Act.onPatient(organization, "opened", patient);
    var scope = Scopes.current();
    var now = clock.instant();
    if (store.countReopening(act, scope, now, AuditLines.endOf(now.minus(SAME_LOOK)))) {
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
   * A live view drew patients: one line with those it has not shown this person before, none when
   * there are none.
   *
   * @param view which view, ids and dates only, for example {@code day/SITE/DATE}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void drawn(OrganizationId organization, String view, Collection<PatientId> patients) {
    var scope = Scopes.current();
    if (patients.isEmpty() || scope.account().isEmpty()) {
      return;
    }
    var now = clock.instant();
    var line = Ids.next();
    var fresh =
        store.newlyDrawn(
            organization, new AuditStore.Drawn(view, line, now, now.minus(DRAWN_ANEW)), patients);
    if (!fresh.isEmpty()) {
      var detail = fresh.size() + " newly drawn";
      var act = new Act(organization, "listed", "view", Optional.empty(), Optional.empty(), detail);
      store.add(line, act, scope, now);
      store.addListed(organization, line, fresh);
    }
  }

  /**
   * An act whose own transaction is rolled back or read-only, such as a refusal: written in a
   * transaction of its own.
   */
  public void refused(Act act) {
    apart.write(Scopes.current(), act);
  }

  /**
   * Somebody asked by id for what is not there, or not hers: a line in the log of each clinic she
   * works for, and in the log of the clinic whose it is. Written in transactions of their own. The
   * answer to her is the same either way.
   *
   * @param subject kind of thing, for example {@code patient}
   */
  public void missed(String subject, UUID id) {
    var scope = Scopes.current();
    scope.organizations().forEach(organization -> note(scope, organization, subject, id));
    clinics
        .getObject()
        .ownerOf(subject, id)
        .filter(owner -> !scope.organizations().contains(owner))
        .ifPresent(owner -> note(only(scope, owner), owner, subject, id));
  }

  /**
   * What was done in one organization and has an effect in another, where the running person has no
   * role: a line there too, in a transaction of its own.
   */
  public void elsewhere(Act act) {
    apart.write(only(Scopes.current(), act.organization()), act);
  }

  /** The same person at the same task, to write in one organization and with no right there. */
  private static Scope only(Scope scope, OrganizationId organization) {
    return new Scope(
        scope.actor(), scope.country(), scope.zone(), Map.of(organization, Set.of()), scope.task());
  }

  private void note(Scope scope, OrganizationId organization, String subject, UUID id) {
    var act = new Act(organization, "not-found", subject, Optional.of(id), Optional.empty(), "");
    apart.write(scope, act);
  }
}
