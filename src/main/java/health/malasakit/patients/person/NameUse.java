package health.malasakit.patients.person;

import java.util.Locale;

/** What a name is for; the first of this order is the one to show. */
public enum NameUse {
  OFFICIAL,
  USUAL,
  PREFERRED,
  NICKNAME,
  FORMER,
  TEMPORARY;

  /** As tables and files write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The value of a code; throws {@link IllegalArgumentException} when there is none. */
  public static NameUse of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
