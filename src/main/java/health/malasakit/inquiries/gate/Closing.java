package health.malasakit.inquiries.gate;

import health.malasakit.inquiries.CallId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What is not compared on the telephone for a day: too many answers about it did not match.
 *
 * @param patient whose further facts were guessed; empty when it is about anything else
 * @param call in which the last of those answers was said
 */
public record Closing(
    OrganizationId organization,
    UUID id,
    About about,
    Optional<PatientId> patient,
    CallId call,
    Instant at,
    Instant until) {

  /** What the answers are counted against. */
  public enum About {
    /** The number that rings. */
    NUMBER,
    /** The name that a caller with a withheld number says. */
    NAME,
    /** The birth date that such a caller says. */
    BIRTH_DATE,
    /** One thing more than name and birth date of a patient, whoever rings from wherever. */
    PATIENT;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static About of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }
}
