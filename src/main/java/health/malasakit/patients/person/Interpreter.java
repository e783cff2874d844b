package health.malasakit.patients.person;

import java.util.Locale;

/** Whether she needs an interpreter. */
public enum Interpreter {
  NEEDED,
  NOT_NEEDED,
  NOT_ASKED;

  /** As tables and files write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The value of a code; throws {@link IllegalArgumentException} when there is none. */
  public static Interpreter of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
