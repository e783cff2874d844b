package health.malasakit.patients.speaking;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who speaks for a patient, as recorded; what she may do today is {@link
 * Representatives#speakingFor}.
 *
 * @param may what she may do while it lasts
 * @param to last day, clinic date; empty: until something ends it
 * @param ended whether a person has ended it
 */
public record Representative(
    UUID id,
    String name,
    String relationship,
    Basis basis,
    Set<Speaking> may,
    String proof,
    String phone,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    boolean ended) {

  @Override
  public String toString() {
    return "Representative[" + id + "]";
  }
}
