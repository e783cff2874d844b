package health.malasakit.inquiries;

import health.malasakit.access.CallOpen;
import health.malasakit.kernel.AccountId;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A caller of hers is on the line: her screen stays open. */
@Component
class CallNow implements CallOpen {

  private final OpenCallStore store;
  private final TransactionTemplate reading;

  CallNow(OpenCallStore store, PlatformTransactionManager transactions) {
    this.store = store;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
  }

  /** Asked before the request has a scope. */
  @Override
  public boolean isOnCall(AccountId account) {
    var hers = Objects.requireNonNull(reading.execute(s -> store.of(List.of(account))));
    return hers.stream().anyMatch(call -> call.state().live());
  }
}
