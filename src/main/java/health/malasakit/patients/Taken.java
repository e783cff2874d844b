package health.malasakit.patients;

import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;

/** What became of a patient or related person from a file. */
public sealed interface Taken {

  /** Not known before. */
  record Created(PatientId patient) implements Taken {}

  /** Known, and something was new. */
  record Updated(PatientId patient) implements Taken {}

  /** Known, and nothing was new. */
  record Unchanged(PatientId patient) implements Taken {}

  /** Cannot be taken; nothing was kept. */
  record NotTaken(Refused why) implements Taken {}
}
