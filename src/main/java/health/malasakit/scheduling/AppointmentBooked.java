package health.malasakit.scheduling;

import health.malasakit.kernel.OrganizationEvent;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;

/** A visit was booked. */
public record AppointmentBooked(OrganizationId organization, VisitId visit, PatientId patient)
    implements OrganizationEvent {}
