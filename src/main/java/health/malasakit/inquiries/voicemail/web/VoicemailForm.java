package health.malasakit.inquiries.voicemail.web;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A voicemail as it is added by hand.
 *
 * @param clinic id of its clinic
 * @param call id of the call that ended in it; empty for none
 * @param number of the caller; empty when it was withheld, or the call says it
 */
public record VoicemailForm(
    @Nullable String clinic,
    @Nullable String call,
    @Nullable String number,
    @Nullable String requestId) {

  /** The clinic, among those of hers. */
  OrganizationId among(Collection<OrganizationId> hers) {
    return hers.stream()
        .filter(one -> one.toString().equals(text(clinic)))
        .findFirst()
        .orElseThrow(() -> Refused.invalid("call.clinic").onField("clinic"));
  }

  /** What was typed; empty for nothing. */
  public static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }

  @Override
  public String toString() {
    return "VoicemailForm";
  }
}
