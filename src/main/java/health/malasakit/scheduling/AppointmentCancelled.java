package health.malasakit.scheduling;

import health.malasakit.kernel.OrganizationEvent;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;

/** A visit was cancelled. */
public record AppointmentCancelled(OrganizationId organization, VisitId visit, PatientId patient)
    implements OrganizationEvent {}
