package health.malasakit.messaging.ledger;

import health.malasakit.kernel.OrganizationEvent;
import health.malasakit.kernel.OrganizationId;

/** A clinic says anew whether and when it tells of visits. */
public record RuleChanged(OrganizationId organization) implements OrganizationEvent {}
