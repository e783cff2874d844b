package health.malasakit.directory.told;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.messaging.ledger.Sender;
import health.malasakit.messaging.ledger.Senders;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Clinics under their neutral name, which tells nothing of the kind of care, with their first
 * number.
 */
@Component
class ClinicSenders implements Senders {

  private final ClinicSenderStore store;

  ClinicSenders(ClinicSenderStore store) {
    this.store = store;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Sender> of(OrganizationId organization) {
    return store
        .find(organization)
        .map(one -> new Sender(one.name(), Phone.of(one.telephone()).shown()));
  }
}
