package health.malasakit.directory;

import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;

/**
 * A number that callers dial to reach a clinic.
 *
 * @param label what it is for: {@code Main line}, or empty
 */
public record ClinicNumber(Phone phone, String label) {

  /**
   * Reads what was typed.
   *
   * @throws Refused invalid, codes {@code phone.empty} and {@code clinic.number_not_valid}
   */
  public static ClinicNumber of(String typed, String label) {
    Phone phone = Phone.of(typed);
    if (!phone.valid() || !phone.extension().isEmpty()) {
      throw Refused.invalid("clinic.number_not_valid");
    }
    return new ClinicNumber(phone, label.strip());
  }

  /** {@code +12125550123}: what a phone system says was dialled. */
  public String e164() {
    return phone.e164().orElseThrow();
  }
}
