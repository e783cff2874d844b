package health.malasakit.inquiries;

import health.malasakit.kernel.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The end of a call may be lost on its way: of whom the telephone has said nothing for a while
 * nobody knows whether she is still there.
 */
@Component
public class Silence {

  private final Duration after;
  private final NobodysCallStore store;
  private final ObjectProvider<DoneHere> features;
  private final Clock clock;

  Silence(
      @Value("${malasakit.calls.silent-after:10m}") Duration after,
      NobodysCallStore store,
      ObjectProvider<DoneHere> features,
      Clock clock) {
    this.after = after;
    this.store = store;
    this.features = features;
    this.clock = clock;
  }

  /** Of what is silent now nothing was said since then. */
  public Instant since() {
    return clock.instant().minus(after);
  }

  /**
   * Whether somebody was there: a caller was asked in it, or anything was done, a complaint too;
   * that one only whoever recorded it is told by this.
   */
  boolean hadSomebody(Call call) {
    return store.hadSomebody(call)
        || features.stream().anyMatch(feature -> !feature.in(call).isEmpty());
  }

  /**
   * Whether she may say that nobody is on the line: of a silent call, or of one that she took by
   * hand and of which the telephone has said nothing since. Never when somebody was there.
   */
  public boolean mayEnd(Call call, AccountId by) {
    return isSilent(call, by) && !hadSomebody(call);
  }

  private boolean isSilent(Call call, AccountId by) {
    if (!call.state().live() || call.telephone().isEmpty()) {
      return false;
    }
    return call.owner()
        .map(one ->
            call.state() == CallState.TALKING
                && one.account().equals(by)
                && !one.byTelephone()
                && call.course().lastWord().filter(word -> word.isAfter(one.since())).isEmpty())
        .orElseGet(() -> call.quietSince(since()));
  }
}
