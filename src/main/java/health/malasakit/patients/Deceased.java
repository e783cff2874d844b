package health.malasakit.patients;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether she is alive, as far as this clinic knows. Both other answers stop booking and contact.
 */
public sealed interface Deceased {

  /** Nobody said otherwise. */
  record No() implements Deceased {}

  /** Somebody said so; the clinic has not confirmed it. */
  record Reported(String saidBy, Optional<LocalDate> on, Instant notedAt) implements Deceased {}

  /** The clinic or a document says so. */
  record Known(Optional<LocalDate> on, Instant notedAt) implements Deceased {}

  /** Whether anybody said so. */
  default boolean saidSo() {
    return !(this instanceof No);
  }
}
