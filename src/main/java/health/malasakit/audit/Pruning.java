package health.malasakit.audit;

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
 * Takes away what the audit keeps only to write fewer lines. Lines, their patients and seals are
 * never touched here.
 */
@Component
class Pruning {

  /** A view lists its patients anew after twelve hours; with another twelve no clock matters. */
  static final Duration DRAWN_KEPT = Audit.DRAWN_ANEW.multipliedBy(2);

  /** A count ends ten minutes after its line. */
  static final Duration COUNTS_KEPT = Duration.ofHours(1);

  static final int PORTION = 5_000;

  private final PruningStore store;
  private final Clinics clinics;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Pruning(PruningStore store, Clinics clinics, TransactionTemplate transactions, Clock clock) {
    this.store = store;
    this.clinics = clinics;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Prunes every organization, one after the other; gives how many rows went. */
  int pruneAll() {
    return clinics.allIds().stream().mapToInt(this::prune).sum();
  }

  int prune(OrganizationId organization) {
    var now = clock.instant();
    return Scopes.call(
        Scope.job(organization, "audit-pruning"),
        () ->
            portions(() -> store.forgetDrawn(organization, now.minus(DRAWN_KEPT), PORTION))
                + portions(
                    () -> store.forgetCountsOfOne(organization, now.minus(COUNTS_KEPT), PORTION)));
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
    Recurring auditPruning(Pruning pruning) {
      return new Recurring("audit.pruning", Duration.ofHours(1), pruning::pruneAll);
    }
  }
}
