package health.malasakit.patients;

import health.malasakit.kernel.OrganizationEvent;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;

/** The news that a patient died was a mistake: she lives, and may be booked and called again. */
public record DeathTakenBack(OrganizationId organization, PatientId patient)
    implements OrganizationEvent {}
