package health.malasakit.inquiries.gate;

import health.malasakit.kernel.PatientId;
import java.util.Optional;

/**
 * What a caller says, as it is typed.
 *
 * @param candidate whom the specialist believes to hear, picked by what tells candidates apart;
 *     proves nothing
 * @param name of the patient
 * @param fact code of a further fact; empty when none was asked
 * @param value what she says of it
 * @param speaker the caller's own name, when she speaks for the patient
 */
public record Said(
    CallerKind caller,
    Optional<PatientId> candidate,
    String name,
    String birthDate,
    String fact,
    String value,
    String speaker) {

  /** An organization says who it is, and nothing of a patient yet. */
  static Said by(CallerKind party) {
    return new Said(party, Optional.empty(), "", "", "", "", "");
  }

  /** Whether nothing of a patient was said. */
  boolean ofNobody() {
    return name.isBlank() && birthDate.isBlank() && !further();
  }

  /** The same without the further fact. */
  Said withoutFurther() {
    return new Said(caller, candidate, name, birthDate, "", "", speaker);
  }

  boolean further() {
    return !fact.isBlank() && !value.isBlank();
  }

  /** What a caller says is printed nowhere. */
  @Override
  public String toString() {
    return "Said[" + caller + "]";
  }
}
