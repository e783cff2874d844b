package health.malasakit.inquiries;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationEvent;
import health.malasakit.kernel.OrganizationId;

/** Somebody took a call that rang. */
public record CallTaken(OrganizationId organization, CallId call, AccountId by)
    implements OrganizationEvent {}
