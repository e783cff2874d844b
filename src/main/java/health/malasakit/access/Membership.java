package health.malasakit.access;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;

/** A person's role in an organization; she may have several, in several organizations. */
public record Membership(OrganizationId organization, AccountId account, Role role) {}
