package health.malasakit.patients.search;

import health.malasakit.patients.PatientCard;
import java.util.Optional;
import java.util.Set;

/**
 * A patient who may be the one looked for.
 *
 * @param phone her first number as written, or empty
 * @param place street and city, or empty
 * @param restricted show "restricted record" and no facts
 * @param likeness another patient of the same clinic who could be taken for her
 */
public record Found(
    PatientCard card, String phone, String place, boolean restricted, Optional<Likeness> likeness) {

  /**
   * Somebody who could be taken for her, and what tells them apart.
   *
   * @param other the other patient
   * @param same what is the same in both
   * @param differs what differs, so that it can be asked
   */
  public record Likeness(PatientCard other, Set<Trait> same, Set<Trait> differs) {}

  /** What two people can have in common. */
  public enum Trait {
    NAME,
    BIRTH_DATE,
    SEX,
    PHONE,
    ADDRESS,
    MRN
  }

  @Override
  public String toString() {
    return "Found[" + card.id() + "]";
  }
}
