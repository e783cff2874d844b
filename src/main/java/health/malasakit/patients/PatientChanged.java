package health.malasakit.patients;

import health.malasakit.kernel.OrganizationEvent;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;

/** Facts of a patient were corrected or came anew. */
public record PatientChanged(OrganizationId organization, PatientId patient)
    implements OrganizationEvent {}
