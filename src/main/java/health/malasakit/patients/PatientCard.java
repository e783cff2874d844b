package health.malasakit.patients;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.patients.person.Sex;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/**
 * What a list shows of a patient.
 *
 * @param name the name to show, as she writes it
 * @param preferredName what she wants to be called, when that is another name; else empty
 * @param mrn the clinic's record number, or empty
 */
public record PatientCard(
    OrganizationId organization,
    PatientId id,
    String name,
    String preferredName,
    Optional<LocalDate> birthDate,
    Sex sex,
    String mrn,
    boolean deceased) {

  /** Whole years on a day; empty without a birth date. */
  public Optional<Integer> ageOn(LocalDate day) {
    return birthDate.map(born -> Period.between(born, day).getYears());
  }

  @Override
  public String toString() {
    return "PatientCard[" + id + "]";
  }
}
