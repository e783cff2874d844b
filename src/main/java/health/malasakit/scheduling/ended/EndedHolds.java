package health.malasakit.scheduling.ended;

import health.malasakit.audit.Clinics;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Recurring;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes ended holds away. They block nobody: whoever needs their time deletes it. But a time that
 * nobody asks for again would keep its rows, and with them who was to be booked, for ever.
 */
@Component
class EndedHolds {

  /**
   * Long enough that who comes back to her page hears that its time ran out, not that it is gone.
   */
  static final Duration KEPT = Duration.ofHours(1);

  static final int PORTION = 1_000;

  private final EndedHoldStore store;
  private final Clinics clinics;
  private final TransactionTemplate transactions;
  private final Clock clock;

  EndedHolds(EndedHoldStore store, Clinics clinics, TransactionTemplate transactions, Clock clock) {
    this.store = store;
    this.clinics = clinics;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Of every clinic, one after the other; gives how many rows went. */
  int pruneAll() {
    return clinics.allIds().stream().mapToInt(this::prune).sum();
  }

  /** First the time, then what it was held for: a booking in between finds its time gone. */
  int prune(OrganizationId clinic) {
    var before = clock.instant().minus(KEPT);
    return Scopes.call(
        Scope.job(clinic, "ended-holds"),
        () ->
            portions(() -> store.forgetTime(clinic, before, PORTION))
                + portions(() -> store.forgetHolds(clinic, before, PORTION)));
  }

  private int portions(IntSupplier portion) {
    var all = 0;
    int gone;
    do {
      var done = transactions.execute(status -> portion.getAsInt());
      gone = done == null ? 0 : done;
      all += gone;
    } while (gone == PORTION);
    return all;
  }

  /** When it is done. */
  @Configuration(proxyBeanMethods = false)
  static class Job {

    @Bean
    Recurring endedHoldsPruning(EndedHolds ended) {
      return new Recurring("scheduling.ended-holds", Duration.ofHours(1), ended::pruneAll);
    }
  }
}
