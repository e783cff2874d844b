package health.malasakit.inquiries.mixups;

import health.malasakit.inquiries.CallId;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationEvent;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.time.Instant;

/** What was done for a patient in a call was done for another person. */
public record WrongPersonNoticed(
    OrganizationId organization, CallId call, PatientId patient, AccountId by, Instant at)
    implements OrganizationEvent {}
