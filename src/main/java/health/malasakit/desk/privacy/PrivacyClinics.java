package health.malasakit.desk.privacy;

import health.malasakit.access.records.RecordGate;
import health.malasakit.desk.ClinicAt;
import health.malasakit.desk.ClinicsAt;
import health.malasakit.kernel.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The clinics on the privacy officer's pages, which name any patient. They open when no caller is
 * on the line with her: a person may be both, and what a page names is then one turn of the head
 * from being said.
 */
@Component
class PrivacyClinics {

  private final ClinicsAt clinics;
  private final RecordGate gate;

  PrivacyClinics(ClinicsAt clinics, RecordGate gate) {
    this.clinics = clinics;
    this.gate = gate;
  }

  /**
   * The first of hers.
   *
   * @throws Refused denied, code {@code privacy.during_call}
   */
  @Transactional(readOnly = true)
  public ClinicAt first() {
    return quiet(clinics.inScope().getFirst());
  }

  /**
   * The clinic that an address names.
   *
   * @throws Refused as {@link ClinicsAt#named}; denied, code {@code privacy.during_call}
   */
  @Transactional(readOnly = true)
  public ClinicAt named(String slugOrId) {
    return quiet(clinics.named(slugOrId));
  }

  private ClinicAt quiet(ClinicAt clinic) {
    if (gate.duringCall()) {
      throw Refused.denied("privacy.during_call");
    }
    return clinic;
  }
}
