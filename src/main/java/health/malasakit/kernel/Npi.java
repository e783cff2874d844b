package health.malasakit.kernel;

import java.util.regex.Pattern;

/**
 * National Provider Identifier: ten digits, first 1 or 2, the last a Luhn check digit computed with
 * the prefix 80840 (45 CFR 162.406; CMS, "NPI check digit calculation", read 2026-11-23).
 */
public record Npi(String value) {

  private static final Pattern TEN_DIGITS = Pattern.compile("[12][0-9]{9}");
  private static final String CARD_ISSUER_PREFIX = "80840";

  public Npi {
    if (!isValid(value)) {
      throw Refused.invalid(whyNot(value)).onField("npi");
    }
  }

  /**
   * Reads what was typed; spaces and hyphens around and between are ignored.
   *
   * @throws Refused invalid, code {@code npi.check_digit}
   */
  public static Npi of(String typed) {
    return new Npi(typed.replaceAll("[\\s-]", ""));
  }

  /** For an import, which keeps a wrong number and marks it unverified. */
  public static boolean isValid(String text) {
    return TEN_DIGITS.matcher(text).matches() && luhnSum(CARD_ISSUER_PREFIX + text) % 10 == 0;
  }

  @Override
  public String toString() {
    return value;
  }

  private static String whyNot(String text) {
    return TEN_DIGITS.matcher(text).matches() ? "npi.check_digit" : "npi.check_digit/form";
  }

  private static int luhnSum(String digits) {
    int sum = 0;
    for (int fromRight = 0; fromRight < digits.length(); fromRight++) {
      int digit = digits.charAt(digits.length() - 1 - fromRight) - '0';
      int weighted = fromRight % 2 == 0 ? digit : digit * 2;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum;
  }
}
