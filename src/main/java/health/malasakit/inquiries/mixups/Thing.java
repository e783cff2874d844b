package health.malasakit.inquiries.mixups;

import health.malasakit.kernel.Ids;
import java.util.Locale;
import java.util.UUID;

/** What was written to the wrong person. */
public record Thing(What what, UUID id) {

  /**
   * As a form sends it: the code of what it is, a colon and its id.
   *
   * @throws health.malasakit.kernel.Refused invalid, codes {@code choice.unknown}, {@code
   *     id.malformed}
   */
  public static Thing of(String words) {
    int colon = words.indexOf(':');
    return new Thing(
        What.of(words.substring(0, Math.max(colon, 0))), Ids.parse(words.substring(colon + 1)));
  }

  /** As {@link #of} reads it. */
  public String words() {
    return what.code() + ":" + id;
  }

  /** The sort of thing. */
  public enum What {
    CALL,
    VISIT,
    MESSAGE,
    PROMISE,
    CALL_BACK,
    EMERGENCY;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The one of a code.
     *
     * @throws health.malasakit.kernel.Refused invalid, code {@code choice.unknown}
     */
    public static What of(String code) {
      return Codes.read(What.class, code);
    }
  }
}
