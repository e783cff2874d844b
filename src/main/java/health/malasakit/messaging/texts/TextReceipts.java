package health.malasakit.messaging.texts;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the carrier tells of texts. It names the text by our own id, which stands in the address it
 * was given: so a receipt that is faster than the answer at the hand-over finds its text.
 */
@Component
public class TextReceipts {

  private static final Logger LOG = LoggerFactory.getLogger(TextReceipts.class);

  private final SettlingStore settling;
  private final TransactionTemplate transactions;
  private final Clock clock;

  TextReceipts(SettlingStore settling, TransactionTemplate transactions, Clock clock) {
    this.settling = settling;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Writes down what is new in it. False when this clinic has no such text. */
  public boolean told(OrganizationId organization, TextId id, TextReceipt receipt) {
    return Scopes.call(
        Scope.job(organization, "text-receipts"),
        () ->
            Objects.requireNonNull(
                transactions.execute(status -> toldHere(organization, id, receipt))));
  }

  private boolean toldHere(OrganizationId organization, TextId id, TextReceipt receipt) {
    var known = settling.alone(organization, id);
    known.ifPresent(one -> heard(organization, one, receipt));
    return known.isPresent();
  }

  private void heard(OrganizationId organization, SettlingStore.Known one, TextReceipt receipt) {
    if (!one.carrierId().isEmpty() && !one.carrierId().equals(receipt.carrierId())) {
      LOG.warn("The carrier tells of text {} under another name than before", one.text().id());
      return;
    }
    receipt
        .after(one.text(), clock.instant())
        .ifPresent(next -> settling.settle(organization, next, receipt.carrierId()));
  }
}
