package health.malasakit.coverage;

import java.util.Locale;

/** Who runs the coverage, which decides rules and clocks. */
public enum Programme {
  COMMERCIAL,
  MEDICARE,
  MEDICARE_ADVANTAGE,
  MEDICAID,
  TRICARE,
  VA,
  SELF_PAY,
  UNKNOWN;

  /** As tables and forms write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The value of a code; throws {@link IllegalArgumentException} when there is none. */
  public static Programme of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
