package health.malasakit.inquiries.gate;

import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.kernel.PatientId;

/** What came of asking a caller who she is. */
public sealed interface Answer {

  /** It matches, and so far the record is open while the call lasts. */
  record Match(PatientId patient, Depth depth) implements Answer {}

  /**
   * It does not match, without a word of what or why.
   *
   * @param left how often may be asked again in this call
   */
  record NoMatch(int left) implements Answer {}

  /** Name and birth date fit more than one: a further fact tells them apart. */
  record Several() implements Answer {}

  /**
   * Nothing is compared: too many answers of this number, or about what she says, did not match
   * within a day.
   */
  record TooMany() implements Answer {}

  /** Nothing had to be proven. */
  record NotNeeded() implements Answer {}
}
