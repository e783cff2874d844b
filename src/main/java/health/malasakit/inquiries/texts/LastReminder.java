package health.malasakit.inquiries.texts;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.messaging.ledger.Ledger;
import java.util.List;
import org.springframework.stereotype.Component;

/** The visits of the last message about visits that went to a number as a text. */
@Component
class LastReminder implements LastNamed {

  private final Ledger ledger;

  LastReminder(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public List<Named> of(OrganizationId organization, Phone number) {
    return ledger.lastTo(organization, number).stream()
        .map(line -> new Named(line.visit(), line.version()))
        .distinct()
        .toList();
  }
}
