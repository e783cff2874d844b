package health.malasakit.patients.reach;

import java.util.Locale;

/** What was found out about a number. */
public enum NumberWord {
  /** Somebody else answers. */
  WRONG,
  /** Nobody will ever answer. */
  NOT_IN_SERVICE,
  /** It reaches her again. */
  WORKS;

  /** As tables write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static NumberWord of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
