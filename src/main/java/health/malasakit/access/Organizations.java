package health.malasakit.access;

import health.malasakit.audit.Clinics;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The organizations that people work for. */
@Component
public class Organizations implements Clinics {

  private final OrganizationStore store;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Organizations(OrganizationStore store, TransactionTemplate transactions, Clock clock) {
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Creates an organization; the scope of this act is the new organization itself. */
  public void create(Organization organization) {
    Scopes.run(
        Scope.job(organization.id(), "create-organization"),
        () ->
            transactions.executeWithoutResult(status -> store.add(organization, clock.instant())));
  }

  /** Adds an organization in the running transaction, whose scope is that organization. */
  void add(Organization organization) {
    store.add(organization, clock.instant());
  }

  /** The organizations of the current scope by name. */
  @Transactional(readOnly = true)
  public List<Organization> inScope() {
    return store.inScope();
  }

  /** The organization of a slug, asked before a scope exists. */
  @Transactional(readOnly = true)
  public Optional<OrganizationId> bySlug(String slug) {
    return store.bySlug(slug);
  }

  /** All organizations, for jobs that then work for one at a time. */
  @Override
  @Transactional(readOnly = true)
  public List<OrganizationId> allIds() {
    return store.allIds();
  }

  @Override
  @Transactional(readOnly = true)
  public List<OrganizationId> toSeal() {
    return store.toSeal();
  }

  /** Those that have something to tell of visits at that moment, for the job that sends it. */
  @Transactional(readOnly = true)
  public List<OrganizationId> withMessagesDue(Instant moment) {
    return store.withMessagesDue(moment);
  }

  /** What may wait in an organization for a job that looks after it every minute or so. */
  public enum Work {
    /** Messages on their way outside since before a moment. */
    ON_THE_WAY,
    /** Texts in doubt, to be asked after at a moment. */
    TEXTS_IN_DOUBT,
    /** Texts that never left, to be tried again at a moment. */
    TEXTS_AGAIN,
    /** Texts from outside that no rule has read since before a moment. */
    TEXTS_UNRULED,
    /** Calls that have not ended; of any moment. */
    CALLS_OPEN
  }

  /**
   * Those where such work waits: a job then works for one at a time, and asks nothing of the many
   * where nothing waits.
   */
  @Transactional(readOnly = true)
  public List<OrganizationId> with(Work work, Instant moment) {
    return store.withWork(work.name().toLowerCase(Locale.ROOT), moment);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<OrganizationId> ownerOf(String subject, UUID id) {
    return store.ownerOf(subject, id);
  }

  /** Gives a person a role in an organization of the current scope. */
  @Transactional
  public void admit(Membership member) {
    store.addMember(member, Scopes.current().account().map(AccountId::value), clock.instant());
  }
}
