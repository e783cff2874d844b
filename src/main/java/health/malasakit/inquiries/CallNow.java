package health.malasakit.inquiries;

import health.malasakit.access.CallOpen;
import health.malasakit.access.Memberships;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A caller of hers is on the line: her screen stays open. */
@Component
class CallNow implements CallOpen {

  private final CallStore store;
  private final Memberships memberships;
  private final TransactionTemplate reading;

  CallNow(CallStore store, Memberships memberships, PlatformTransactionManager transactions) {
    this.store = store;
    this.memberships = memberships;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
  }

  /** Asked before the request has a scope, so it works for one clinic of hers after another. */
  @Override
  public boolean isOnCall(AccountId account) {
    return memberships.organizationsOf(account).stream()
        .anyMatch(one ->
            Scopes.call(
                Scope.job(one, "call-open"),
                () ->
                    Objects.requireNonNull(
                        reading.execute(s -> store.live(account, java.util.List.of(one))))));
  }
}
