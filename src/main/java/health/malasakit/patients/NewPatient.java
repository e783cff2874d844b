package health.malasakit.patients;

import health.malasakit.patients.person.PersonFacts;
import health.malasakit.patients.speaking.NewRepresentative;
import java.util.List;
import java.util.Optional;

/**
 * A patient to register.
 *
 * @param insuranceSaid in the caller's words, not checked; or empty
 * @param responsible the responsible adult, asked for a minor
 * @param source {@link FactSource#CALLER}, {@link FactSource#PERSON}, or the name of a system
 */
public record NewPatient(
    PersonFacts facts,
    List<Identifier> identifiers,
    String insuranceSaid,
    Optional<NewRepresentative> responsible,
    String source) {

  /** As a caller says it. */
  public static NewPatient saidByCaller(PersonFacts facts) {
    return new NewPatient(facts, List.of(), "", Optional.empty(), FactSource.CALLER);
  }

  @Override
  public String toString() {
    return "NewPatient[]";
  }
}
