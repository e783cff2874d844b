package health.malasakit.desk;

import health.malasakit.access.Organization;
import health.malasakit.directory.Clinic;
import health.malasakit.kernel.OrganizationId;
import java.time.ZoneId;
import java.util.Set;

/**
 * A clinic of the person at the screen.
 *
 * @param zone of the clinic, else her own until somebody has said it
 * @param zoneKnown false when the clinic has neither a zone nor a site
 * @param off what she may not do with its pages from where she is
 */
public record ClinicAt(
    Organization organization, ZoneId zone, boolean zoneKnown, Set<Clinic.Export> off) {

  public OrganizationId id() {
    return organization.id();
  }

  public String slug() {
    return organization.slug();
  }

  public String name() {
    return organization.name();
  }
}
