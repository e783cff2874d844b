package health.malasakit.patients.web;

import health.malasakit.access.Organization;
import health.malasakit.access.Organizations;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.patients.Patient;
import health.malasakit.patients.Patients;
import java.util.List;
import org.springframework.stereotype.Component;

/** Addresses of patients: {@code /patients/lakeside/0198...}. */
@Component
class PatientPaths {

  private final Organizations organizations;
  private final Patients patients;

  PatientPaths(Organizations organizations, Patients patients) {
    this.organizations = organizations;
    this.patients = patients;
  }

  /**
   * Opens the patient of an address. A clinic out of scope, a mistyped id and nobody at all have
   * one answer.
   */
  Patient open(String slug, String patient) {
    Organization clinic =
        clinics().stream()
            .filter(one -> one.slug().equals(slug))
            .findFirst()
            .orElseThrow(Patients::notFound);
    return patients.open(clinic.id(), Patients.named(patient));
  }

  /** As she is by now. */
  Patient now(Patient seen) {
    return patients.find(seen.organization(), seen.id()).orElse(seen);
  }

  /** The clinics in scope by name. */
  List<Organization> clinics() {
    return organizations.inScope();
  }

  /** A clinic in scope; one out of scope looks like none at all. */
  Organization clinic(String slug) {
    return clinics().stream()
        .filter(clinic -> clinic.slug().equals(slug))
        .findFirst()
        .orElseThrow(() -> Refused.notFound("clinic.none"));
  }

  /** A clinic in scope. */
  Organization at(OrganizationId clinic) {
    return clinics().stream().filter(one -> one.id().equals(clinic)).findFirst().orElseThrow();
  }

  String of(OrganizationId clinic, PatientId patient) {
    return "/patients/" + at(clinic).slug() + "/" + patient;
  }
}
