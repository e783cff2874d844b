package health.malasakit.audit;

import health.malasakit.kernel.Ids;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.ScopedTransactionManager;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes a line whatever becomes of the transaction around it, over connections of its own: a
 * request that is refused holds one of the application's already and must not wait for a second.
 */
@Component
class Apart {

  private final AuditStore store;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Apart(@Qualifier("apart") DataSource pool, Clock clock) {
    this.store = new AuditStore(JdbcClient.create(pool));
    this.transactions = new TransactionTemplate(new ScopedTransactionManager(pool));
    this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  void write(Scope scope, Act act) {
    Scopes.run(
        scope,
        () ->
            transactions.executeWithoutResult(
                status -> store.add(Ids.next(), act, scope, clock.instant())));
  }
}
