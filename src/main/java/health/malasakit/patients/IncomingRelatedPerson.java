package health.malasakit.patients;

import health.malasakit.patients.speaking.Basis;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody near a patient, as a file says. She is {@link Basis#UNPROVEN} until a person saw proof.
 *
 * @param key her id in the system the file comes from
 * @param patient the patient's key in the same system
 * @param relationship in a word; {@code related} when the file does not say
 */
public record IncomingRelatedPerson(
    Identifier key,
    Identifier patient,
    String name,
    String relationship,
    String phone,
    String language,
    Optional<LocalDate> from,
    Optional<LocalDate> to) {

  @Override
  public String toString() {
    return "IncomingRelatedPerson[" + key.system() + "]";
  }
}
