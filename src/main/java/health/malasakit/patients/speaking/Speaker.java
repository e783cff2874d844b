package health.malasakit.patients.speaking;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody may do for a patient today.
 *
 * @param may empty: nothing
 * @param why one sentence for the person at the screen: why less, or until when
 * @param until last day, clinic date
 */
public record Speaker(
    Representative representative, Set<Speaking> may, Why why, Optional<LocalDate> until) {

  /** Whether she may hear facts about the patient; never what is confidential to the patient. */
  public boolean hearsFacts() {
    return may.contains(Speaking.ASK);
  }

  /** The reason that decides. */
  public enum Why {
    AS_RECORDED,
    NOT_YET,
    OVER,
    ENDED_BY_A_PERSON,
    CAME_OF_AGE,
    AGE_UNKNOWN,
    NOT_PROVEN,
    /** The patient died: what was given by a living person has ended with that. */
    DIED,
    COURT_ORDER,
    SAFE_CONTACT
  }
}
