package health.malasakit.workqueue;

import health.malasakit.kernel.Recurring;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes away what somebody began to type and nobody came back to. */
@Component
class DraftsPruning {

  /** The policy of the table shows a job older drafts alone: change both together. */
  static final Duration KEPT = Duration.ofDays(30);

  private final DraftStore store;
  private final Clock clock;

  DraftsPruning(DraftStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Forgets drafts of everybody that were left for thirty days; says how many. */
  @Transactional
  public int forgetOld() {
    return store.forget(clock.instant().minus(KEPT));
  }

  /** Run once a day by one node. */
  @Configuration(proxyBeanMethods = false)
  static class Daily {

    @Bean
    Recurring draftCleanup(DraftsPruning pruning) {
      return new Recurring("workqueue.drafts", Duration.ofDays(1), pruning::forgetOld);
    }
  }
}
