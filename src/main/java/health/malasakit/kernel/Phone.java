package health.malasakit.kernel;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/**
 * A phone number as it was written, and what we know about it. A number that is not valid is kept
 * as written and matched by its digits, but never dialled or texted: it has no {@link #e164()}.
 *
 * @param written exactly what the person or the file said
 * @param digits for matching: country code and number, no extension, so that {@code (212) 555-0123}
 *     and {@code +1 212.555.0123 x9} are equal here; when nothing can be made of it, the digits as
 *     written
 * @param extension digits to dial after the answer, or empty
 * @param valid whether a carrier could assign it
 */
public record Phone(String written, String digits, String extension, boolean valid) {

  private static final String DEFAULT_REGION = "US";
  private static final int WRITTEN_LENGTH_MAX = 60;
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  /**
   * Reads a number; without a country code it is a US number.
   *
   * @throws Refused invalid, code {@code phone.empty} without any digit or letter to dial, {@code
   *     phone.too_long} above 60 characters
   */
  public static Phone of(String written) {
    if (written.length() > WRITTEN_LENGTH_MAX) {
      throw Refused.invalid("phone.too_long");
    }
    try {
      return read(written, NUMBERS.parse(written, DEFAULT_REGION));
    } catch (NumberParseException notANumber) {
      return asWritten(written);
    }
  }

  /** The number to dial or text, {@code +12125550123}; empty when it is not valid. */
  public Optional<String> e164() {
    return valid ? Optional.of("+" + digits) : Optional.empty();
  }

  /** For a screen: {@code (212) 555-0123}, {@code +63 2 8123 4567}, or as written. */
  public String shown() {
    if (!valid) {
      return written;
    }
    try {
      PhoneNumber number = NUMBERS.parse("+" + digits, DEFAULT_REGION);
      String base = NUMBERS.format(number, formatFor(number));
      return extension.isEmpty() ? base : base + " ext. " + extension;
    } catch (NumberParseException impossible) {
      throw new IllegalStateException("a valid number no longer parses", impossible);
    }
  }

  /** Whether both ring the same line, however they are written; extensions are not compared. */
  public boolean sameLineAs(Phone other) {
    return digits.equals(other.digits);
  }

  /** Prints no number: a phone belongs to a person and stays out of logs. */
  @Override
  public String toString() {
    return valid ? "Phone[valid]" : "Phone[not valid]";
  }

  private static Phone read(String written, PhoneNumber number) {
    String digits = NUMBERS.format(number, PhoneNumberFormat.E164).substring(1);
    return new Phone(written, digits, number.getExtension(), NUMBERS.isValidNumber(number));
  }

  private static Phone asWritten(String written) {
    String digits = PhoneNumberUtil.normalizeDigitsOnly(written);
    if (digits.isEmpty()) {
      throw Refused.invalid("phone.empty");
    }
    return new Phone(written, digits, "", false);
  }

  private static PhoneNumberFormat formatFor(PhoneNumber number) {
    return number.getCountryCode() == 1
        ? PhoneNumberFormat.NATIONAL
        : PhoneNumberFormat.INTERNATIONAL;
  }
}
