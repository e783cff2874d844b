package health.malasakit.scheduling;

import health.malasakit.kernel.OrganizationId;

/** A time that can be booked as things stand now. */
public record Opening(OrganizationId organization, Hold.Where where, VisitTime time) {}
