package health.malasakit.patients.search;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person typed into the search field: kept for her alone for an hour, so that an address
 * holds the number of the search and never a name.
 */
@Component
public class Asked {

  private static final Duration KEPT = Duration.ofHours(1);

  private final AskedStore store;
  private final Clock clock;

  Asked(AskedStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Keeps what she typed, and forgets what is older than an hour. */
  @Transactional
  public UUID keep(String words) {
    Instant now = clock.instant();
    store.forget(me(), now.minus(KEPT));
    return store.keep(
        me(), words.substring(0, Math.min(words.length(), SearchWords.LENGTH_MAX)), now);
  }

  /** What she typed; empty when it is older, or somebody else's. */
  @Transactional(readOnly = true)
  public Optional<String> words(UUID search) {
    return store.words(me(), search, clock.instant().minus(KEPT));
  }

  private static AccountId me() {
    return Scopes.current().account().orElseThrow();
  }
}
