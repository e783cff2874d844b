package health.malasakit.patients.person;

import java.util.Locale;

/** What an address, number or e-mail is for. Mobile is for numbers, mailing for addresses. */
public enum ContactUse {
  MOBILE,
  HOME,
  WORK,
  MAILING,
  TEMPORARY,
  FORMER;

  /** As tables and files write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The value of a code; throws {@link IllegalArgumentException} when there is none. */
  public static ContactUse of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
