package health.malasakit.patients.person;

import java.util.Locale;

/** Administrative gender as FHIR R4 has it. */
public enum Sex {
  FEMALE,
  MALE,
  OTHER,
  UNKNOWN;

  /** As tables and files write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The value of a code; throws {@link IllegalArgumentException} when there is none. */
  public static Sex of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
