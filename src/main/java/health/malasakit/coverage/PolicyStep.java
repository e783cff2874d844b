package health.malasakit.coverage;

import java.time.Instant;
import java.util.Optional;

/**
 * What happened to the coverage on file.
 *
 * @param policy what was entered, what a correction made of it, or what was taken off
 * @param before what it was until then; empty when it was entered
 */
public record PolicyStep(What what, Policy policy, Optional<Policy> before, Instant at) {

  /** The kind of change. */
  public enum What {
    ENTERED,
    CORRECTED,
    REMOVED
  }

  @Override
  public String toString() {
    return "PolicyStep[" + policy.id() + "]";
  }
}
