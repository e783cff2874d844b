package health.malasakit.inquiries.outbound;

import health.malasakit.kernel.Refused;
import java.util.Locale;

/**
 * What we call somebody about.
 *
 * @param reason in words, for whoever calls and for the patient; 300 letters at most
 * @param confidential on a number that the patient alone answers, and told to nobody else
 */
public record Matter(About about, String reason, boolean confidential) {

  private static final int REASON_LENGTH_MAX = 300;

  /** How much has to be proven before it is told. */
  public enum About {
    /** A visit: whoever may book may hear it. */
    VISIT,
    /** Anything else waits until her record is open. */
    OTHER;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The value of a code.
     *
     * @throws Refused invalid, code {@code call_back.about}
     */
    public static About of(String code) {
      for (var about : values()) {
        if (about.code().equals(code)) {
          return about;
        }
      }
      throw Refused.invalid("call_back.about").onField("about");
    }
  }

  /** Refuses one without words. */
  public Matter {
    reason = reason.strip();
    if (reason.isEmpty() || reason.length() > REASON_LENGTH_MAX) {
      throw Refused.invalid("call_back.reason", REASON_LENGTH_MAX).onField("reason");
    }
  }

  @Override
  public String toString() {
    return "Matter[" + about + "]";
  }
}
