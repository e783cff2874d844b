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

  /** {@code home phone} for {@code phone.home}, {@code birth date} for {@code birth_date}. */
  public String fieldWords() {
    int dot = field.indexOf('.');
    String words = dot < 0 ? field : field.substring(dot + 1) + " " + field.substring(0, dot);
    return words.replace('_', ' ');
  }

  @Override
  public String toString() {
    return "FactChange[" + field + "]";
  }
}
