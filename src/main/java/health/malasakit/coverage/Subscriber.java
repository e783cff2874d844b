package health.malasakit.coverage;

import java.util.Locale;

/** How the patient is related to the person who holds the policy. */
public enum Subscriber {
  SELF,
  SPOUSE,
  PARENT,
  OTHER,
  UNKNOWN;

  /** As tables and forms write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The value of a code; throws {@link IllegalArgumentException} when there is none. */
  public static Subscriber of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
