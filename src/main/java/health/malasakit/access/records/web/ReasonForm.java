package health.malasakit.access.records.web;

import health.malasakit.access.LocalPath;
import health.malasakit.access.records.RecordGate;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * A reason to open a restricted record.
 *
 * @param next the page that comes once it is open
 * @param back the page she came from
 */
public record ReasonForm(
    @Nullable OrganizationId organization,
    @Nullable PatientId patient,
    @Nullable String reason,
    @Nullable String next,
    @Nullable String back) {

  /**
   * The record that is to be opened.
   *
   * @throws Refused invalid, naming the field that the page did not send
   */
  RecordGate.Closed closed() {
    if (organization == null) {
      throw Refused.invalid("record.unnamed", "organization").onField("organization");
    }
    if (patient == null) {
      throw Refused.invalid("record.unnamed", "patient").onField("patient");
    }
    return new RecordGate.Closed(organization, patient, "");
  }

  String typed() {
    return reason == null ? "" : reason;
  }

  /** The form again, with what is wrong with the reason. */
  RestrictedPage again(String error) {
    return new RestrictedPage(
        closed(),
        LocalPath.of(next),
        true,
        new RestrictedPage.Typed(typed(), error),
        LocalPath.of(back));
  }

  @Override
  public String toString() {
    return "ReasonForm";
  }
}
