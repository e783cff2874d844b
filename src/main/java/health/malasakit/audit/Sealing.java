package health.malasakit.audit;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals lines, in the order (transaction, id). A line is taken only when every transaction up to
 * its own has ended, so none can appear before one that is sealed; what is sealed is never looked
 * at again, so the work is that of the new lines however many there are.
 */
@Component
public class Sealing {

  static final int BATCH = 1000;

  private final SealStore store;
  private final Clinics clinics;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Sealing(SealStore store, Clinics clinics, TransactionTemplate transactions, Clock clock) {
    this.store = store;
    this.clinics = clinics;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Seals what is new in every organization, one after the other; gives how many lines. */
  public int sealAll() {
    return clinics.toSeal().stream().mapToInt(this::seal).sum();
  }

  /** Seals what is new in one organization; gives how many lines. */
  public int seal(OrganizationId organization) {
    return Scopes.call(
        Scope.job(organization, "audit-sealing"),
        () -> {
          var all = 0;
          int taken;
          do {
            taken = sealed(organization);
            all += taken;
          } while (taken == BATCH);
          return all;
        });
  }

  private int sealed(OrganizationId organization) {
    var taken = transactions.execute(status -> batch(organization));
    return taken == null ? 0 : taken;
  }

  /** Another node that seals at this moment has the lock; it takes these lines, or we do later. */
  private int batch(OrganizationId organization) {
    if (!store.tryLock(organization)) {
      return 0;
    }
    var chain = store.head(organization);
    List<Chain> links = new ArrayList<>();
    List<String> hashes = new ArrayList<>();
    for (var line : store.linesAfter(chain, BATCH)) {
      var hash = line.hash();
      chain = chain.with(line.line().id(), line.transaction(), hash);
      links.add(chain);
      hashes.add(Chain.hex(hash));
    }
    if (!links.isEmpty()) {
      store.add(links, hashes, clock.instant());
    }
    return links.size();
  }
}
