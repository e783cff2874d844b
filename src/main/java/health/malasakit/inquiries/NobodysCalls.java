package health.malasakit.inquiries;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scopes;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Calls at the clinics in scope that nobody has: callers who wait, and calls that were missed. */
@Component
public class NobodysCalls {

  /** So many missed calls stand on a page. */
  public static final int PAGE = 50;

  private static final int WAITING_MAX = 500;

  private final NobodysCallStore store;

  NobodysCalls(NobodysCallStore store) {
    this.store = store;
  }

  /** Who waits on the line, the one who waits longest first; 500 at most. */
  @Transactional(readOnly = true)
  public List<Call> waiting() {
    return store.waiting(here(), WAITING_MAX);
  }

  /**
   * Who waits on the line.
   *
   * @param first the one who waits longest; empty when nobody waits
   */
  public record Queue(int count, Optional<Call> first) {

    public static final Queue EMPTY = new Queue(0, Optional.empty());
  }

  /** How many wait on the line, and who waits longest. */
  @Transactional(readOnly = true)
  public Queue queue() {
    var first = store.waiting(here(), 1).stream().findFirst();
    return first.isEmpty() ? Queue.EMPTY : new Queue(store.countWaiting(here()), first);
  }

  /** Missed calls that nobody has dealt with, the latest first; {@link #PAGE} at most. */
  @Transactional(readOnly = true)
  public List<Call> missed() {
    return store.missed(here(), PAGE);
  }

  /** The next page of them: those that began before this one. */
  @Transactional(readOnly = true)
  public List<Call> missedBefore(CallId before) {
    return store.missedBefore(here(), before, PAGE);
  }

  /** How many missed calls nobody has dealt with. */
  @Transactional(readOnly = true)
  public int countMissed() {
    return store.countMissed(here());
  }

  /** A missed call with which nobody has dealt; empty when it is none. */
  @Transactional(readOnly = true)
  public Optional<Call> findMissed(CallId id) {
    return store.findMissed(here(), id);
  }

  private static Collection<OrganizationId> here() {
    return Scopes.current().organizations();
  }
}
