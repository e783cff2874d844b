package health.malasakit.ui;

import health.malasakit.kernel.OrganizationId;
import java.time.ZoneId;
import java.util.Set;

/**
 * A clinic whose work the person does now; the zone is that of its first site.
 *
 * @param off ways in which facts leave the screen that she may not use: print, copy, csv
 */
public record ClinicInScope(
    OrganizationId id, String slug, String name, ZoneId zone, Set<String> off) {

  /** A clinic that switched nothing off. */
  public ClinicInScope(OrganizationId id, String slug, String name, ZoneId zone) {
    this(id, slug, name, zone, Set.of());
  }
}
