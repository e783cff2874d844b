package health.malasakit.access;

import health.malasakit.kernel.Ids;
import health.malasakit.kernel.Recurring;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes sending the same form twice harmless: the second sending gets the first answer. */
@Component
public class Receipts {

  /** A form that is sent again after this time is a new form. */
  static final Duration KEPT = Duration.ofDays(7);

  private final ReceiptStore store;
  private final Clock clock;

  Receipts(ReceiptStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Does the act unless this form was taken before, in one transaction with its receipt.
   *
   * @param requestId the hidden number of the form, a UUID
   * @param act does the work and says where its answer is, an address with ids only
   * @return where the answer of the first sending is
   */
  @Transactional
  public String once(String requestId, Supplier<String> act) {
    var request = Ids.parse(requestId);
    var account = Scopes.current().account().orElseThrow();
    store.lock(request);
    var known = store.find(account, request);
    if (known.isPresent()) {
      return known.get();
    }
    var location = act.get();
    store.add(account, request, location, clock.instant());
    return location;
  }

  /** Forgets the forms that nobody will send again; says how many. */
  @Transactional
  public int forgetOld() {
    return store.forget(clock.instant().minus(KEPT));
  }

  /** Run once a day by one node. */
  @Configuration(proxyBeanMethods = false)
  static class Daily {

    @Bean
    Recurring receiptCleanup(Receipts receipts) {
      return new Recurring("access.receipts", Duration.ofDays(1), receipts::forgetOld);
    }
  }
}
