package health.malasakit.patients.speaking;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * An order that stands above what parents and others may.
 *
 * @param representative denies: whose rights it takes, empty for every parent and everybody whom
 *     the patient named; only: who alone may
 * @param words what it says, in the words a specialist follows
 */
public record CourtOrder(
    UUID id,
    Effect effect,
    Optional<UUID> representative,
    String words,
    String court,
    LocalDate from,
    Optional<LocalDate> to) {

  /** What it does. */
  public enum Effect {
    DENIES,
    ONLY;

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  boolean standsOn(LocalDate day) {
    return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
  }

  @Override
  public String toString() {
    return "CourtOrder[" + id + "]";
  }
}
