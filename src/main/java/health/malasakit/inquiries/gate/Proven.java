package health.malasakit.inquiries.gate;

import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.kernel.PatientId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A patient for whom the caller was proven.
 *
 * @param representative who speaks for her; empty when she speaks herself
 */
public record Proven(PatientId patient, Depth depth, Optional<UUID> representative, Instant at) {}
