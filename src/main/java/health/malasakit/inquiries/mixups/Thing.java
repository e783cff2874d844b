package health.malasakit.inquiries.mixups;

import java.util.Locale;
import java.util.UUID;

/** What was written to the wrong person. */
public record Thing(What what, UUID id) {

  /** The sort of thing. */
  public enum What {
    CALL,
    VISIT,
    MESSAGE;

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
