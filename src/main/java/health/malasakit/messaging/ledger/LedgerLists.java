package health.malasakit.messaging.ledger;

import health.malasakit.kernel.OrganizationId;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people look through: what needs them, what goes next, what went. */
@Component
public class LedgerLists {

  private static final Duration LATELY = Duration.ofDays(2);

  private final ListStore store;
  private final Clock clock;

  LedgerLists(ListStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** So many are listed at once. */
  public static final int OPEN_MAX = 200;

  /** What a person has to see to, the visit that begins first before the others; 200 at most. */
  @Transactional(readOnly = true)
  public List<Entry> open(Collection<OrganizationId> organizations) {
    return organizations.isEmpty() ? List.of() : store.open(organizations, clock.instant());
  }

  /** How many of these there are, listed or not. */
  @Transactional(readOnly = true)
  public int howManyOpen(Collection<OrganizationId> organizations) {
    return organizations.isEmpty() ? 0 : store.howManyOpen(organizations, clock.instant());
  }

  /** The next fifty. */
  @Transactional(readOnly = true)
  public List<Entry> next(Collection<OrganizationId> organizations) {
    return organizations.isEmpty() ? List.of() : store.next(organizations, clock.instant());
  }

  /** The last fifty of two days that went out, the newest first. */
  @Transactional(readOnly = true)
  public List<Entry> lately(Collection<OrganizationId> organizations) {
    return organizations.isEmpty()
        ? List.of()
        : store.lately(organizations, clock.instant().minus(LATELY));
  }

  /** How these came to stand as they do, the oldest step first. */
  @Transactional(readOnly = true)
  public List<EntryStep> history(OrganizationId organization, Collection<EntryId> entries) {
    return entries.isEmpty() ? List.of() : store.history(organization, entries);
  }
}
