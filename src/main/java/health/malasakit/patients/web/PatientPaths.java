package health.malasakit.patients.web;

import health.malasakit.access.Organization;
import health.malasakit.access.Organizations;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import java.util.List;
import org.springframework.stereotype.Component;

/** Addresses of patients: {@code /patients/lakeside/0198...}. */
@Component
class PatientPaths {

  private final Organizations organizations;

  PatientPaths(Organizations organizations) {
    this.organizations = organizations;
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
        .orElseThrow(
            () -> Refused.notFound("clinic.none", "There is no such clinic, or not for you."));
  }

  String of(OrganizationId clinic, PatientId patient) {
    String slug =
        clinics().stream()
            .filter(one -> one.id().equals(clinic))
            .map(Organization::slug)
            .findFirst()
            .orElseThrow();
    return "/patients/" + slug + "/" + patient;
  }
}
