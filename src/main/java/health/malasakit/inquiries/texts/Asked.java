package health.malasakit.inquiries.texts;

import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.scheduling.VisitId;
import health.malasakit.scheduling.answers.Answers.Hers;

/** A text about a visit, and who may have written it. */
record Asked(TextIn text, Phone number, Reading reading, PatientId patient) {

  Hers hers(VisitId visit) {
    return new Hers(text.organization(), patient, visit);
  }

  @Override
  public String toString() {
    return "Asked[" + text + "]";
  }
}
