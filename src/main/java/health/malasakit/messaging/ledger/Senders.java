package health.malasakit.messaging.ledger;

import health.malasakit.kernel.OrganizationId;
import java.util.Optional;

/** Says as whom a clinic writes; the module that knows clinics answers. */
public interface Senders {

  /** Empty while it has no name that may stand in a message, or no telephone. */
  Optional<Sender> of(OrganizationId organization);
}
