package health.malasakit.inquiries.gate;

import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.kernel.PatientId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A patient for whom the caller was proven.
 *
 * @param representative who speaks for her; empty when she speaks herself, or a party rings
 * @param purpose for what a party that rings may hear of her; empty when none does
 */
public record Proven(
    PatientId patient,
    Depth depth,
    Optional<UUID> representative,
    Optional<Purpose> purpose,
    Instant at) {

  /** Whether she speaks for herself. */
  public boolean herself() {
    return representative.isEmpty() && purpose.isEmpty();
  }

  static Proven herself(PatientId patient, Depth depth, Instant at) {
    return new Proven(patient, depth, Optional.empty(), Optional.empty(), at);
  }
}
