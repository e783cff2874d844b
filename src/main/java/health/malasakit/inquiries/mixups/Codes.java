package health.malasakit.inquiries.mixups;

import health.malasakit.kernel.Refused;
import java.util.Locale;

/** Reads what forms and tables write in small letters. */
final class Codes {

  private Codes() {}

  static <E extends Enum<E>> E read(Class<E> kind, String code) {
    try {
      return Enum.valueOf(kind, code.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException none) {
      throw Refused.invalid("choice.unknown");
    }
  }
}
