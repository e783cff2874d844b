package health.malasakit.desk.web;

import health.malasakit.ui.Choice;
import health.malasakit.ui.Errors;
import java.time.ZoneId;
import java.util.List;

/**
 * The form for a new promise.
 *
 * @param clinicSlug whose promise it is; empty while it has to be chosen
 * @param clinics the clinics to choose from
 * @param about the patient's name, empty when it is about none
 * @param patient her id, or empty
 */
public record PromiseFormPage(
    String clinicSlug,
    String clinicName,
    List<Choice> clinics,
    String about,
    String patient,
    List<Choice> owners,
    PromiseForm form,
    Errors errors,
    ZoneId zone) {

  /** Only the question whose promise it is. */
  static PromiseFormPage whichClinic(List<Choice> clinics, PromiseForm form, ZoneId zone) {
    return new PromiseFormPage("", "", clinics, "", "", List.of(), form, Errors.NONE, zone);
  }

  /** Whether it has to be said first whose promise it is. */
  public boolean asksClinic() {
    return clinicSlug.isEmpty();
  }

  /** The name of its draft. */
  public String draft() {
    return "promise:" + (patient.isEmpty() ? clinicSlug : patient);
  }

  @Override
  public String toString() {
    return "PromiseFormPage[" + clinicSlug + "]";
  }
}
