package health.malasakit.inquiries.texts;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.messaging.ledger.Ledger;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which visits the last text to a number named. */
@Component
class LastReminder {

  private final Ledger ledger;

  LastReminder(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * A visit that was told.
   *
   * @param version at which it was booked, moved or cancelled last when it was told
   */
  record Named(UUID visit, int version) {}

  /** Those of the last text; none when it named none, or is not known to have gone out. */
  List<Named> of(OrganizationId organization, Phone number) {
    return ledger.lastTo(organization, number).stream()
        .map(line -> new Named(line.visit(), line.version()))
        .distinct()
        .toList();
  }
}
