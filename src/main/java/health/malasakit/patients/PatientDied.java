package health.malasakit.patients;

import health.malasakit.kernel.OrganizationEvent;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;

/**
 * A patient died, or somebody said so: nothing may be booked or sent from now on, and coming visits
 * go to the clinic.
 */
public record PatientDied(OrganizationId organization, PatientId patient)
    implements OrganizationEvent {}
