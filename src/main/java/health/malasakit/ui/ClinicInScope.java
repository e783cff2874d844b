package health.malasakit.ui;

import java.time.ZoneId;
import java.util.Set;

/**
 * A clinic whose work the person does now; the zone is that of its first site.
 *
 * @param off ways in which facts leave the screen that she may not use: print, copy, csv
 */
public record ClinicInScope(String slug, String name, ZoneId zone, Set<String> off) {

  /** A clinic that switched nothing off. */
  public ClinicInScope(String slug, String name, ZoneId zone) {
    this(slug, name, zone, Set.of());
  }
}
