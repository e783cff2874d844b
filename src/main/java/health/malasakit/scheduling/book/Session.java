package health.malasakit.scheduling.book;

import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.SiteId;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.WallTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.springframework.modulith.NamedInterface;

/** Hours in which a practitioner sees patients at a site, week by week. */
@NamedInterface("book")
public record Session(
    SessionId id,
    OrganizationId organization,
    SiteId site,
    PractitionerId practitioner,
    Set<VisitTypeId> types,
    Weekly when) {

  /**
   * On the clinic's wall and calendar.
   *
   * @param to last date; the first one again for an extra session of one day; empty while it goes
   *     on
   */
  public record Weekly(
      DayOfWeek weekday,
      LocalTime opens,
      LocalTime closes,
      LocalDate from,
      Optional<LocalDate> to) {

    /**
     * Refuses hours and dates that end before they begin.
     *
     * @throws Refused invalid, codes {@code session.hours} and {@code session.dates}
     */
    public Weekly {
      if (!closes.isAfter(opens)) {
        throw Refused.invalid("session.hours").onField("closes");
      }
      if (to.isPresent() && to.get().isBefore(from)) {
        throw Refused.invalid("session.dates").onField("to");
      }
    }

    public boolean on(LocalDate date) {
      return date.getDayOfWeek() == weekday
          && !date.isBefore(from)
          && (to.isEmpty() || !date.isAfter(to.get()));
    }

    /** A repeated hour belongs to it both times, a skipped hour not at all. */
    Stretch on(LocalDate date, ZoneId zone) {
      var first = new WallTime(date.atTime(opens), zone, WallTime.Fold.EARLIER).instant();
      var last = new WallTime(date.atTime(closes), zone, WallTime.Fold.LATER).instant();
      return new Stretch(first, last);
    }
  }
}
