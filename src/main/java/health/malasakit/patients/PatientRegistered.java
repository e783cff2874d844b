package health.malasakit.patients;

import health.malasakit.kernel.OrganizationEvent;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.util.Optional;
import java.util.UUID;

/**
 * A patient is known to a clinic for the first time.
 *
 * @param contact in which her facts were said; empty when none is known
 */
public record PatientRegistered(
    OrganizationId organization, PatientId patient, Optional<UUID> contact)
    implements OrganizationEvent {}
