package health.malasakit.audit;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.PatientId;
import java.time.Instant;
import java.util.UUID;

/** A person opened a patient's record: by which line, when. */
public record Look(UUID line, Instant at, AccountId reader, PatientId patient) {}
