package health.malasakit.messaging.ledger;

import health.malasakit.kernel.OrganizationId;
import java.time.ZoneId;
import java.util.Optional;

/** Says as whom a clinic writes, and from where; the module that knows clinics answers. */
public interface Senders {

  /** Empty while it has no name that may stand in a message, or no telephone. */
  Optional<Sender> of(OrganizationId organization);

  /** On whose wall its days begin; empty as long as it has no site. */
  Optional<ZoneId> zone(OrganizationId organization);
}
