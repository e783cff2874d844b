package health.malasakit.inquiries;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
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
  private final CallStore calls;
  private final CallSteps steps;
  private final Silence silence;
  private final Clock clock;

  NobodysCalls(
      NobodysCallStore store, CallStore calls, CallSteps steps, Silence silence, Clock clock) {
    this.store = store;
    this.calls = calls;
    this.steps = steps;
    this.silence = silence;
    this.clock = clock;
  }

  /** Who waits on the line, the one who waits longest first; 500 at most. */
  @Transactional(readOnly = true)
  public List<Call> waiting() {
    return store.waiting(here(), silence.since(), WAITING_MAX);
  }

  /** Who waits, or is gone long since: the telephone has said nothing of them for a while. */
  @Transactional(readOnly = true)
  public List<Call> silent() {
    return store.silent(here(), silence.since(), WAITING_MAX);
  }

  /**
   * Nobody is on the line, although no telephone said so. It is a missed call then, and a waiting
   * one again if the telephone says anything new of it.
   *
   * @throws Refused conflict, code {@code call.rings} while somebody may be there, {@code
   *     call.somebody} when somebody was
   */
  @Transactional
  public void gone(OrganizationId organization, CallId id) {
    var me = Scopes.current().account().orElseThrow();
    var call = calls.alone(organization, id).orElseThrow(() -> Refused.notFound("call.unknown"));
    if (silence.hadSomebody(call)) {
      throw Refused.conflict("call.somebody");
    }
    if (!silence.mayEnd(call, me)) {
      throw Refused.conflict("call.rings");
    }
    steps.written(call.gone(clock.instant()), "gone", me);
  }

  /**
   * Who waits on the line.
   *
   * @param silent how many more of whom the telephone has said nothing for a while
   * @param first the one who waits longest; a silent one only when nobody else waits
   */
  public record Queue(int count, int silent, Optional<Call> first) {

    public static final Queue EMPTY = new Queue(0, 0, Optional.empty());
  }

  /** How many wait on the line, and who waits longest. */
  @Transactional(readOnly = true)
  public Queue queue() {
    var since = silence.since();
    var counts = store.countWaiting(here(), since);
    var first =
        counts.waiting() > 0 ? store.waiting(here(), since, 1) : store.silent(here(), since, 1);
    return new Queue(counts.waiting(), counts.silent(), first.stream().findFirst());
  }

  /**
   * Missed calls that nobody has dealt with and in which nothing was left, the latest first; {@link
   * #PAGE} at most. What was left stands among the voicemails until something became of it.
   */
  @Transactional(readOnly = true)
  public List<Call> missed() {
    return store.missed(here(), PAGE);
  }

  /** The next page of them: those that began before this one. */
  @Transactional(readOnly = true)
  public List<Call> missedBefore(CallId before) {
    return store.missedBefore(here(), before, PAGE);
  }

  /** How many of them there are. */
  @Transactional(readOnly = true)
  public int countMissed() {
    return store.countMissed(here());
  }

  /** A missed call with which nobody has dealt; empty when it is none. */
  @Transactional(readOnly = true)
  public Optional<Call> findMissed(CallId id) {
    return missedOf(List.of(id)).stream().findFirst();
  }

  /** Those of these calls that were missed and with which nobody has dealt; 200 at most. */
  @Transactional(readOnly = true)
  public List<Call> missedOf(Collection<CallId> ids) {
    return store.findMissed(here(), ids);
  }

  private static Collection<OrganizationId> here() {
    return Scopes.current().organizations();
  }
}
