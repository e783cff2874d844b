package health.malasakit.scheduling.book;

import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.SiteId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.WallTime;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Time in which a site, or one practitioner there, gives no visits.
 *
 * @param practitioner empty: the whole site
 */
public record Closure(
    ClosureId id,
    OrganizationId organization,
    SiteId site,
    Optional<PractitionerId> practitioner,
    Wall when,
    String reason) {

  /** From a time on the clinic's wall until, but not with, another. */
  public record Wall(LocalDateTime from, LocalDateTime to, ZoneId zone) {

    public Stretch stretch() {
      return new Stretch(
          new WallTime(from, zone, WallTime.Fold.EARLIER).instant(),
          new WallTime(to, zone, WallTime.Fold.LATER).instant());
    }
  }

  public boolean closes(PractitionerId one) {
    return practitioner.isEmpty() || practitioner.get().equals(one);
  }
}
