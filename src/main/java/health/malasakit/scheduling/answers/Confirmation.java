package health.malasakit.scheduling.answers;

import health.malasakit.scheduling.VisitId;
import java.time.Instant;
import java.util.Locale;

/**
 * The patient said that she comes.
 *
 * @param startsAt when the visit was to begin then
 */
public record Confirmation(VisitId visit, Instant startsAt, Channel channel, Instant at) {

  /** How she said it. */
  public enum Channel {
    TEXT,
    EMAIL,
    PHONE,
    PORTAL;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Channel of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }
}
