package health.malasakit.patients.person;

import health.malasakit.kernel.Phone;

/** A number of a patient, and what it is for. */
public record PatientPhone(ContactUse use, Phone phone) {

  /** The last ten digits, by which a caller is matched. */
  public String lastTen() {
    return lastTen(phone);
  }

  public static String lastTen(Phone phone) {
    String digits = phone.digits();
    return digits.substring(Math.max(0, digits.length() - 10));
  }
}
