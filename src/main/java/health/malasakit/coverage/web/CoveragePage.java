package health.malasakit.coverage.web;

import health.malasakit.ui.Errors;
import java.time.ZoneId;
import java.util.List;

/**
 * The form for a coverage.
 *
 * @param patientHref the patient's page
 * @param said what the caller said about insurance when she was registered; empty when nothing
 * @param id the coverage that is corrected; empty for a new one
 * @param changed what a colleague changed meanwhile; empty when nobody did
 * @param mayRemove whether this person may take it off the file
 */
public record CoveragePage(
    String clinicSlug,
    String clinicName,
    ZoneId zone,
    String patient,
    String patientHref,
    String patientId,
    String said,
    String id,
    CoverageForm form,
    Errors errors,
    List<Change> changed,
    boolean mayRemove) {

  /** A field that differs: what she typed, and what stands there now. */
  public record Change(String field, String typed, String now) {
    @Override
    public String toString() {
      return "Change[" + field + "]";
    }
  }

  /** The name of its draft. */
  public String draft() {
    return "coverage:" + patientId + (id.isEmpty() ? "" : ":" + id);
  }

  /** Where the form is sent. */
  public String action() {
    return patientHref + "/coverage" + (id.isEmpty() ? "" : "/" + id);
  }

  @Override
  public String toString() {
    return "CoveragePage[" + id + "]";
  }
}
