package health.malasakit.inquiries;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationEvent;
import health.malasakit.kernel.OrganizationId;

/** Somebody took a call that was nobody's: one that rang, or a missed one. */
public record CallTaken(OrganizationId organization, CallId call, AccountId by)
    implements OrganizationEvent {}
