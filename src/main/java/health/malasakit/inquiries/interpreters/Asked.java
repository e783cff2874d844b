package health.malasakit.inquiries.interpreters;

import health.malasakit.kernel.Refused;
import java.util.regex.Pattern;

/**
 * Which interpreter is asked for.
 *
 * @param vendor who sends her, as the transfer list names it; empty when none was asked
 * @param language BCP 47
 * @param badge by which the vendor knows the interpreter; empty when she gave none
 */
public record Asked(String vendor, String language, String badge) {

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9-]{2,35}");
  private static final int VENDOR_LENGTH_MAX = 120;
  private static final int BADGE_LENGTH_MAX = 40;

  /** Refuses a use without a language. */
  public Asked {
    vendor = vendor.strip();
    badge = badge.strip();
    if (!LANGUAGE.matcher(language).matches()) {
      throw Refused.invalid("interpreter.language").onField("language");
    }
    if (vendor.length() > VENDOR_LENGTH_MAX) {
      throw Refused.invalid("interpreter.long", VENDOR_LENGTH_MAX).onField("vendor");
    }
    if (badge.length() > BADGE_LENGTH_MAX) {
      throw Refused.invalid("interpreter.long", BADGE_LENGTH_MAX).onField("badge");
    }
  }
}
