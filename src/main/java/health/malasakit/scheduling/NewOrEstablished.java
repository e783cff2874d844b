package health.malasakit.scheduling;

/**
 * Whether a patient is new to a practitioner, with what decides it. An established patient has had
 * professional services from the practitioner, or from another of the same specialty in the same
 * group, within the past three years (CPT, Evaluation and Management guidelines, "New and
 * established patients"; from general knowledge, to be checked against the current book).
 */
public sealed interface NewOrEstablished {

  /** Nothing of the past three years counts. */
  record New() implements NewOrEstablished {}

  /**
   * This visit counts.
   *
   * @param sure false when the file does not say who saw the patient or with which specialty
   */
  record Established(Visit decidedBy, boolean sure) implements NewOrEstablished {}
}
