package health.malasakit.scheduling;

import health.malasakit.kernel.Refused;
import java.util.Arrays;
import java.util.Locale;

/** Whose wish it was that a visit does not take place. */
public enum CancelledBy {
  PATIENT,
  REPRESENTATIVE,
  CLINIC,
  PRACTITIONER,
  PAYER;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads the code of a form.
   *
   * @throws Refused invalid, code {@code cancel.by_whom}
   */
  public static CancelledBy of(String code) {
    return Arrays.stream(values())
        .filter(who -> who.code().equals(code))
        .findFirst()
        .orElseThrow(() -> Refused.invalid("cancel.by_whom").onField("by"));
  }
}
