package health.malasakit.directory.told;

import health.malasakit.directory.ClinicGlance;
import health.malasakit.directory.ClinicGlances;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.messaging.HealthWords;
import health.malasakit.messaging.ledger.Sender;
import health.malasakit.messaging.ledger.Senders;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Clinics under their neutral name, which tells nothing of the kind of care, with their first
 * number.
 */
@Component
class ClinicSenders implements Senders {

  /** Of pages of no country, as nobody looks at one. */
  private static final String NOWHERE = "ZZ";

  private final ClinicSenderStore store;
  private final ClinicGlances glances;

  ClinicSenders(ClinicSenderStore store, ClinicGlances glances) {
    this.store = store;
    this.glances = glances;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Sender> of(OrganizationId organization) {
    return store
        .find(organization)
        .filter(one -> !HealthWords.tell(one.name()))
        .map(one -> new Sender(one.name(), Phone.of(one.telephone()).shown()));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<ZoneId> zone(OrganizationId organization) {
    return Optional.ofNullable(glances.of(List.of(organization), NOWHERE).get(organization))
        .flatMap(ClinicGlance::zone);
  }
}
