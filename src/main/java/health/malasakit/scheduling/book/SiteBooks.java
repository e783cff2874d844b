package health.malasakit.scheduling.book;

import health.malasakit.directory.Clinics;
import health.malasakit.directory.Site;
import health.malasakit.directory.SiteId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads what the books of sites say, in three questions however many sites there are. */
@Component
public class SiteBooks {

  private final SessionStore sessions;
  private final ClosureStore closures;
  private final Clinics clinics;

  SiteBooks(SessionStore sessions, ClosureStore closures, Clinics clinics) {
    this.sessions = sessions;
    this.closures = closures;
    this.clinics = clinics;
  }

  public SiteBook of(Site site, LocalDate date) {
    return of(List.of(site), date, date).getFirst();
  }

  /** The books of those sites whose zone is certain. */
  public List<SiteBook> of(Collection<Site> sites, LocalDate from, LocalDate to) {
    var bookable = sites.stream().filter(Site::bookable).toList();
    if (bookable.isEmpty()) {
      return List.of();
    }
    var organizations = bookable.stream().map(Site::organization).distinct().toList();
    var ids = bookable.stream().map(Site::id).toList();
    Map<SiteId, List<Session>> bySite =
        sessions.at(organizations, ids, from).stream()
            .collect(Collectors.groupingBy(Session::site));
    Map<SiteId, List<Closure>> shut =
        closures.at(organizations, ids, around(from, to)).stream()
            .collect(Collectors.groupingBy(Closure::site));
    var holidays = clinics.holidays(organizations, from);
    return bookable.stream()
        .map(site ->
            new SiteBook(
                site,
                site.zone().orElseThrow(),
                bySite.getOrDefault(site.id(), List.of()),
                shut.getOrDefault(site.id(), List.of()),
                holidays.getOrDefault(site.organization(), List.of())))
        .toList();
  }

  /** Wide enough for every zone on earth. */
  private static Stretch around(LocalDate from, LocalDate to) {
    return new Stretch(
        from.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
        to.plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
