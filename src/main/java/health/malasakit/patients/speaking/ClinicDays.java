package health.malasakit.patients.speaking;

import health.malasakit.kernel.OrganizationId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What day it is at a clinic. */
@Component
public class ClinicDays {

  /** Until the clinic has a site: the zone in which most days of the country begin first. */
  private static final ZoneId WITHOUT_SITE = ZoneId.of("America/New_York");

  private final ObjectProvider<ClinicZones> zones;
  private final Clock clock;

  ClinicDays(ObjectProvider<ClinicZones> zones, Clock clock) {
    this.zones = zones;
    this.clock = clock;
  }

  /** The clinic's date now. */
  public LocalDate today(OrganizationId clinic) {
    return LocalDate.ofInstant(clock.instant(), zone(clinic));
  }

  /** The clinic's zone; without a site, New York. */
  public ZoneId zone(OrganizationId clinic) {
    return zones.stream()
        .flatMap(known -> known.zoneOf(clinic).stream())
        .findFirst()
        .orElse(WITHOUT_SITE);
  }
}
