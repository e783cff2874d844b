package health.malasakit.inquiries.mixups.web;

import static health.malasakit.inquiries.mixups.web.MixUpForm.text;

import health.malasakit.inquiries.mixups.NearMisses;
import health.malasakit.inquiries.mixups.Nearly;
import health.malasakit.inquiries.mixups.Slip;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import org.jspecify.annotations.Nullable;

/** What nearly went to the wrong person, as it is ticked. */
public record NearMissForm(
    @Nullable String clinic, @Nullable String slip, @Nullable String nearly) {

  static final NearMissForm EMPTY = new NearMissForm("", "", "");

  OrganizationId where() {
    if (text(clinic).isEmpty()) {
      throw Refused.invalid("mixup.clinic").onField("clinic");
    }
    return OrganizationId.of(text(clinic));
  }

  NearMisses.Kind kind() {
    if (text(slip).isEmpty()) {
      throw Refused.invalid("mixup.slip").onField("slip");
    }
    if (text(nearly).isEmpty()) {
      throw Refused.invalid("mixup.nearly").onField("nearly");
    }
    return new NearMisses.Kind(Slip.of(text(slip)), Nearly.of(text(nearly)));
  }
}
