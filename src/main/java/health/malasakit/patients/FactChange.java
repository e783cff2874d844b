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

  /** {@code Home phone} for {@code phone.home}. */
  public String fieldWords() {
    return FactWords.field(field);
  }

  /** The value before, in words; empty when there was none. */
  public String beforeWords() {
    return FactWords.value(field, before);
  }

  /** The value after, in words; empty when it was taken away. */
  public String afterWords() {
    return FactWords.value(field, after);
  }

  /** Whether it reads as before: words went from one part of a name or an address to another. */
  public boolean isMoved() {
    boolean inParts = field.startsWith("name.") || field.startsWith("address.");
    return inParts && !before.isEmpty() && before.equals(after);
  }

  /** The same for who may know that it was changed, and not from what to what. */
  FactChange untold() {
    return new FactChange(version, field, "", "", source, at, by);
  }

  /** Whether its values are not told. */
  public boolean isUntold() {
    return before.isEmpty() && after.isEmpty();
  }

  @Override
  public String toString() {
    return "FactChange[" + field + "]";
  }
}
