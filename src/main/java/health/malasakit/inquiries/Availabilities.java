package health.malasakit.inquiries;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Scopes;
import health.malasakit.live.Live;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who takes calls now. */
@Component
public class Availabilities {

  private final AvailabilityStore store;
  private final Live live;
  private final Clock clock;

  Availabilities(AvailabilityStore store, Live live, Clock clock) {
    this.store = store;
    this.live = live;
    this.clock = clock;
  }

  /** What a person said, and when. */
  public record Said(Availability state, Instant since) {}

  /** What I said last; empty when I never did, which is away. */
  @Transactional(readOnly = true)
  public Optional<Said> mine() {
    return store.of(me());
  }

  /** I say it for myself; the same again changes nothing. */
  @Transactional
  public void say(Availability state) {
    store.say(me(), state, clock.instant());
    Scopes.current().organizations().stream().map(Calls::topic).forEach(live::changed);
  }

  private static AccountId me() {
    return Scopes.current()
        .account()
        .orElseThrow(() -> new IllegalStateException("A job takes no calls"));
  }
}
