package health.malasakit.inquiries.web;

import health.malasakit.kernel.PatientId;
import health.malasakit.patients.Patients;
import org.jspecify.annotations.Nullable;

/**
 * To which number a code goes, or the code as the caller reads it.
 *
 * @param number mark of a number that was offered
 */
public record CodeForm(@Nullable String patient, @Nullable String number, @Nullable String code) {

  /** For whom; who is nobody is not found. */
  PatientId her() {
    return Patients.named(CallerForm.text(patient));
  }

  /** A code is printed nowhere. */
  @Override
  public String toString() {
    return "CodeForm";
  }
}
