package health.malasakit.patients;

import health.malasakit.patients.person.PersonFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A patient as a file says she is. What is empty was not said and erases nothing.
 *
 * @param key her id in the system the file comes from, by which she is known the next time
 * @param identifiers others, for example the record number; never social security, passport or
 *     licence numbers
 * @param deceased whether the file says that she died
 * @param deceasedOn the day, when the file says it
 */
public record IncomingPatient(
    Identifier key,
    PersonFacts facts,
    List<Identifier> identifiers,
    boolean deceased,
    Optional<LocalDate> deceasedOn) {

  @Override
  public String toString() {
    return "IncomingPatient[" + key.system() + "]";
  }
}
