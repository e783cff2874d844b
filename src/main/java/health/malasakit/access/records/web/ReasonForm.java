package health.malasakit.access.records.web;

import health.malasakit.access.LocalPath;
import health.malasakit.access.records.RecordGate;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * A reason to open a restricted record.
 *
 * @param next the page that comes once it is open
 * @param back the page she came from
 */
public record ReasonForm(
    OrganizationId organization,
    PatientId patient,
    @Nullable String reason,
    @Nullable String next,
    @Nullable String back) {

  RecordGate.Closed closed() {
    return new RecordGate.Closed(organization, patient);
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
