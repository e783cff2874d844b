package health.malasakit.access.records;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a live call leaves open to whoever is on it: the patients for whom the caller was proven,
 * and nobody else. Implemented by the module that knows of calls.
 */
public interface CallerGate {

  /**
   * How far a record is open. Each reaches further than the one before, but for {@code PAYMENT}.
   */
  enum Depth {
    /** Her name and her visits: they can be made, moved and cancelled. */
    BOOKING,
    /** What somebody who speaks for her may hear. */
    HEARING,
    /** What a payer needs to pay: her coverage and her bills, and nothing beside them. */
    PAYMENT,
    /** The whole record. */
    RECORD,
    /**
     * By what she is reached, and who speaks for her, may be changed: she answered at a number on
     * file, or read back a code that was sent to one.
     */
    CONTACT;

    /** Whether this opens what is asked for. */
    public boolean reaches(Depth asked) {
      return this == PAYMENT ? asked == PAYMENT : compareTo(asked) >= 0;
    }
  }

  /**
   * A live call.
   *
   * @param page address of the call
   * @param open how far each patient of the asked clinic is open
   * @param heardByOthers for whom of them somebody else speaks
   */
  record Limits(String page, Map<PatientId, Depth> open, Set<PatientId> heardByOthers) {

    boolean opens(PatientId patient, Depth asked) {
      var depth = open.get(patient);
      return depth != null && depth.reaches(asked);
    }
  }

  /** Whether somebody who speaks for this patient on the line with her may book for the patient. */
  boolean othersBook(AccountId account, OrganizationId clinic, PatientId patient);

  /** What limits this person in a clinic now; empty while no caller is on the line with her. */
  Optional<Limits> limits(AccountId account, OrganizationId clinic);
}
