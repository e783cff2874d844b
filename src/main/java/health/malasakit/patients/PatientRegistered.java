package health.malasakit.patients;

import health.malasakit.kernel.OrganizationEvent;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;

/** A patient is known to a clinic for the first time. */
public record PatientRegistered(OrganizationId organization, PatientId patient)
    implements OrganizationEvent {}
