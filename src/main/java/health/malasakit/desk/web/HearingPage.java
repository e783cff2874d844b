package health.malasakit.desk.web;

import java.util.List;

/**
 * What somebody who speaks for a patient may hear today, and nothing else.
 *
 * @param base address of the patient's page
 * @param may what this person may do: codes
 * @param why the reason that decides, a code
 * @param now date and time at the clinic
 */
public record HearingPage(
    String clinicSlug,
    String base,
    String patient,
    String name,
    String relationship,
    List<String> may,
    String why,
    String now,
    PatientPage.Visits visits) {

  /** Whether this person may hear facts at all. */
  public boolean hears() {
    return may.contains("ask");
  }

  @Override
  public String toString() {
    return "HearingPage[]";
  }
}
