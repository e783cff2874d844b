package health.malasakit.scheduling;

import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.WallTime;

/**
 * A time that somebody wants for a patient.
 *
 * @param despite why it is wanted though its kind of visit is not for this patient; empty where
 *     nobody insists
 */
public record TimeWanted(PatientId patient, Hold.Where where, WallTime start, String despite) {

  private static final int DESPITE_LENGTH_MAX = 500;

  /**
   * Refuses a reason that is too long.
   *
   * @throws Refused invalid, code {@code reason.long}
   */
  public TimeWanted {
    despite = despite.strip();
    if (despite.length() > DESPITE_LENGTH_MAX) {
      throw Refused.invalid("reason.long").onField("despite");
    }
  }

  /** Nobody insists on anything. */
  public TimeWanted(PatientId patient, Hold.Where where, WallTime start) {
    this(patient, where, start, "");
  }
}
