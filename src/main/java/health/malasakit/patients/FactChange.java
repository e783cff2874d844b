package health.malasakit.patients;

import health.malasakit.kernel.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * A line of a patient's history.
 *
 * @param version the version of the patient that this change made
 * @param field for example {@code name.official}
 */
public record FactChange(
    int version,
    String field,
    String before,
    String after,
    String source,
    Instant at,
    Optional<AccountId> by) {

  @Override
  public String toString() {
    return "FactChange[" + field + "]";
  }
}
