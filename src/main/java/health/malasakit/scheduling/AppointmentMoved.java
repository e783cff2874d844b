package health.malasakit.scheduling;

import health.malasakit.kernel.OrganizationEvent;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;

/** A visit moved to another time, place or practitioner. */
public record AppointmentMoved(OrganizationId organization, VisitId visit, PatientId patient)
    implements OrganizationEvent {}
