package health.malasakit.patients.speaking;

import java.util.Locale;

/** Why somebody may speak for a patient. */
public enum Basis {
  /** A parent of a minor; ends by itself when the patient comes of age. */
  PARENTAL,
  GUARDIAN,
  POWER_OF_ATTORNEY,
  /** The patient said so. */
  PATIENTS_WORD,
  COURT,
  /** Named, for example by a file, but not proven: gives no right yet. */
  UNPROVEN;

  /** As tables and files write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The value of a code; throws {@link IllegalArgumentException} when there is none. */
  public static Basis of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
