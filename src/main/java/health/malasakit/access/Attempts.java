package health.malasakit.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts attempts in the database, where all nodes agree. An attempt is taken before the password
 * is looked at and given back when it was right, so that many at once are no way around the count.
 */
@Component
class Attempts {

  /** What is counted: how many are free, the first wait (it doubles), and when all is forgotten. */
  enum Kind {
    ACCOUNT(5, Duration.ofSeconds(30), Duration.ofDays(1)),
    CODE(5, Duration.ofSeconds(30), Duration.ofDays(1)),
    UNLOCK(5, Duration.ofSeconds(30), Duration.ofHours(12)),
    /** A whole floor shares one address, so there are more; what was right is given back. */
    ADDRESS(60, Duration.ofMinutes(2), Duration.ofMinutes(15));

    final int free;
    final Duration firstWait;
    final Duration forgottenAfter;

    Kind(int free, Duration firstWait, Duration forgottenAfter) {
      this.free = free;
      this.firstWait = firstWait;
      this.forgottenAfter = forgottenAfter;
    }
  }

  private final AttemptStore store;
  private final Clock clock;

  Attempts(AttemptStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Takes one attempt; until when to wait, if there is none to take now. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  Optional<Instant> take(Kind kind, String key) {
    var hash = Digests.sha256(key);
    var now = clock.instant();
    return store.take(kind, hash, now)
        ? Optional.empty()
        : Optional.of(store.blockedUntil(kind, hash).orElse(now.plus(kind.firstWait)));
  }

  /** How many attempts were taken since the last that was right. */
  @Transactional(readOnly = true)
  int taken(Kind kind, String key) {
    return store.taken(kind, Digests.sha256(key));
  }

  /** It was right: the count of a person begins anew, the address gets this one back. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void wasRight(Kind kind, String key) {
    switch (kind) {
      case ACCOUNT, CODE, UNLOCK -> store.forget(kind, Digests.sha256(key));
      case ADDRESS -> store.giveBack(kind, Digests.sha256(key));
    }
  }
}
