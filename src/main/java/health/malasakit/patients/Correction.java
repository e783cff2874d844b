package health.malasakit.patients;

import health.malasakit.patients.person.PersonFacts;
import java.util.Set;

/**
 * What a person wants a patient's facts to be.
 *
 * @param seen the version that she saw when she began
 * @param touched fields in which she typed, also where she only moved words between the parts of a
 *     name, so that it reads as before
 */
public record Correction(int seen, PersonFacts facts, Set<String> touched) {

  @Override
  public String toString() {
    return "Correction[" + seen + "]";
  }
}
