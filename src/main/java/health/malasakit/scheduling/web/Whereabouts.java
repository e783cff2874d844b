package health.malasakit.scheduling.web;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.ui.Clock;
import health.malasakit.ui.Shell;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The clinic that a page is about, and whose clocks stand over it.
 *
 * @param zones in which the clinic gives what the page shows
 * @param patient the patient's own, where it is known
 */
public record Whereabouts(OrganizationId clinic, List<ZoneId> zones, Optional<ZoneId> patient) {

  /** The chrome of this clinic: its name on the print, its switches. */
  public Shell within(Shell shell) {
    return shell.within(clinic);
  }

  /** Hers, the clinic's, the patient's. */
  public List<Clock> clocks(Shell shell) {
    return shell.clocks(zones, patient);
  }
}
