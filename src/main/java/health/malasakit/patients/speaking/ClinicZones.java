package health.malasakit.patients.speaking;

import health.malasakit.kernel.OrganizationId;
import java.time.ZoneId;
import java.util.Optional;

/** Says on whose wall a clinic's day begins; answered by a module that knows the clinic's sites. */
public interface ClinicZones {

  /** The clinic's time zone; empty as long as it has no site. */
  Optional<ZoneId> zoneOf(OrganizationId clinic);
}
