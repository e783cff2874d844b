package health.malasakit.scheduling.book;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.Site;
import health.malasakit.directory.Sites;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The weekly sessions of practitioners, from which openings follow. */
@NamedInterface("book")
@Component
public class Sessions {

  private final SessionStore store;
  private final Sites sites;
  private final Audit audit;
  private final Clock clock;

  Sessions(SessionStore store, Sites sites, Audit audit, Clock clock) {
    this.store = store;
    this.sites = sites;
    this.audit = audit;
    this.clock = clock;
  }

  /** Those of a site that go on today or begin later, by weekday and hour. */
  @Transactional(readOnly = true)
  public List<Session> at(Site site) {
    return store.at(List.of(site.organization()), List.of(site.id()), today(site));
  }

  /**
   * Adds a session.
   *
   * @throws Refused invalid, codes {@code session.types} and {@code session.overlap}
   */
  @Transactional
  public SessionId add(
      Site site, PractitionerId practitioner, Set<VisitTypeId> types, Session.Weekly when) {
    if (types.isEmpty()) {
      throw Refused.invalid("session.types").onField("types");
    }
    var session =
        new Session(SessionId.next(), site.organization(), site.id(), practitioner, types, when);
    requireApart(session);
    store.add(session, Scopes.current().account(), clock.instant());
    audit.done(Act.on(site.organization(), "created", "session", session.id().value()));
    return session.id();
  }

  /** A practitioner is at one place at a time, whatever a book says. */
  private void requireApart(Session added) {
    var all = sites.of(added.organization()).stream().map(Site::id).toList();
    store.at(List.of(added.organization()), all, added.when().from()).stream()
        .filter(known -> known.practitioner().equals(added.practitioner()))
        .filter(known -> overlap(known.when(), added.when()))
        .findFirst()
        .ifPresent(known -> {
          throw Refused.invalid(
                  "session.overlap",
                  known.when().opens(),
                  known.when().closes(),
                  known.when().from())
              .onField("opens");
        });
  }

  private static boolean overlap(Session.Weekly one, Session.Weekly other) {
    boolean dates =
        one.to().filter(to -> to.isBefore(other.from())).isEmpty()
            && other.to().filter(to -> to.isBefore(one.from())).isEmpty();
    return dates
        && one.weekday() == other.weekday()
        && one.opens().isBefore(other.closes())
        && other.opens().isBefore(one.closes());
  }

  /**
   * Ends a session; what is booked in it stays booked.
   *
   * @param last last date on which it still takes place
   * @throws Refused not found, code {@code session.none}
   */
  @Transactional
  public void end(OrganizationId organization, SessionId id, LocalDate last) {
    if (!store.end(organization, id, last, clock.instant())) {
      throw Refused.notFound("session.none");
    }
    audit.done(Act.on(organization, "ended", "session", id.value()));
  }

  private LocalDate today(Site site) {
    return LocalDate.ofInstant(clock.instant(), site.zone().orElse(ZoneOffset.UTC));
  }
}
