package health.malasakit.access;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Refused;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links that may be followed once; the database keeps only their hash. */
@Component
public class OneTimeLinks {

  private final OneTimeLinkStore store;
  private final Clock clock;

  OneTimeLinks(OneTimeLinkStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What a link is for, and how long it may be followed. */
  public enum Purpose {
    INVITATION(Duration.ofDays(7)),
    PASSWORD_RESET(Duration.ofHours(1)),
    FIRST_ADMINISTRATOR(Duration.ofDays(1));

    private final Duration validity;

    Purpose(Duration validity) {
      this.validity = validity;
    }

    Duration validity() {
      return validity;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Purpose of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** A link to be made: for what, for whom, by whom. */
  record Issue(Purpose purpose, Optional<AccountId> account, Optional<AccountId> by) {}

  /** A link that may still be followed. */
  public record Found(Purpose purpose, Optional<AccountId> account) {}

  /** Makes a link and gives its secret word; unused ones before it are void. */
  @Transactional
  String issue(Issue issue) {
    var word = Digests.randomWord();
    store.add(Digests.sha256(word), issue, clock.instant());
    return word;
  }

  /**
   * The link of a word, not yet used up.
   *
   * @throws Refused not found when it was used, is too old or never was
   */
  @Transactional(readOnly = true)
  public Found find(String word) {
    return store.find(Digests.sha256(word), clock.instant()).orElseThrow(OneTimeLinks::gone);
  }

  /** Uses a link up; refused like {@link #find} when it cannot be. */
  @Transactional
  Found use(String word) {
    return store.use(Digests.sha256(word), clock.instant()).orElseThrow(OneTimeLinks::gone);
  }

  private static Refused gone() {
    return Refused.notFound(
        "link.gone",
        "This link was used already or is too old. Ask your supervisor or administrator for a new"
            + " one.");
  }
}
