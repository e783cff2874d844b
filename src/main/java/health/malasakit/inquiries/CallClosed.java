package health.malasakit.inquiries;

import health.malasakit.kernel.OrganizationEvent;
import health.malasakit.kernel.OrganizationId;

/** A call is written up. */
public record CallClosed(OrganizationId organization, CallId call) implements OrganizationEvent {}
