package health.malasakit.directory;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The places where clinics see patients, with their zones. */
@Component
public class Sites {

  private final SiteStore store;
  private final Audit audit;
  private final Clock clock;

  Sites(SiteStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** All sites of a clinic: its own first, then facilities from files, by name; 5000 at most. */
  @Transactional(readOnly = true)
  public List<Site> of(OrganizationId organization) {
    return store.of(organization);
  }

  /** The sites of all clinics in scope where visits can be booked. */
  @Transactional(readOnly = true)
  public List<Site> bookableInScope() {
    return store.bookableInScope();
  }

  /** Those of these sites that are in scope. */
  @Transactional(readOnly = true)
  public Map<SiteId, Site> byIds(Collection<SiteId> ids) {
    Map<SiteId, Site> found = new HashMap<>();
    store.byIds(ids).forEach(site -> found.put(site.id(), site));
    return found;
  }

  /**
   * One site.
   *
   * @throws Refused not found, code {@code site.none}
   */
  @Transactional(readOnly = true)
  public Site get(SiteId id) {
    return store.byIds(List.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> Refused.notFound("site.none"));
  }

  /** Adds a site; its zone is proposed from the ZIP and waits for a person to confirm it. */
  @Transactional
  public SiteId add(OrganizationId organization, Site.Details details) {
    Site site =
        new Site(SiteId.next(), organization, details, proposed(details), Source.TYPED, true, 1);
    store.add(site, Optional.empty());
    audit.done(Act.on(organization, "created", "site", site.id().value()));
    return site.id();
  }

  /**
   * Changes what is written about a site; with another ZIP the zone is to be confirmed again.
   *
   * @param seen the version that the person saw
   * @throws Refused conflict, code {@value Stale#CODE}
   */
  @Transactional
  public void change(SiteId id, Site.Details details, long seen) {
    Site now = get(id);
    boolean sameZip = now.address().zip().equals(details.address().zip());
    Site.Zone zone = sameZip ? now.zoneState() : proposed(details);
    save(
        new Site(id, now.organization(), details, zone, now.source(), now.active(), seen),
        "details");
  }

  /**
   * A person (or the job that makes a world) says that this is the zone.
   *
   * @throws Refused conflict, code {@value Stale#CODE}
   */
  @Transactional
  public void confirmZone(SiteId id, ZoneId zone, long seen) {
    Site now = get(id);
    Site.Zone confirmed =
        new Site.Zone.Confirmed(zone, Scopes.current().account(), clock.instant());
    save(
        new Site(
            id, now.organization(), now.details(), confirmed, now.source(), now.active(), seen),
        "zone " + zone.getId());
  }

  /** Closes a site for booking, or opens it again. */
  @Transactional
  public void setActive(SiteId id, boolean active, long seen) {
    Site now = get(id);
    save(
        new Site(
            id, now.organization(), now.details(), now.zoneState(), now.source(), active, seen),
        active ? "reopened" : "closed");
  }

  /**
   * Takes a facility from a file, found again by its source; its zone is a proposal. What a person
   * has edited here stays as she left it.
   */
  @Transactional
  public Imported<SiteId> importFacility(
      OrganizationId organization, Source source, Site.Details details) {
    String digest = Imported.digest(details);
    Optional<Site> known = store.bySource(organization, source);
    if (known.isEmpty()) {
      SiteId id = SiteId.next();
      store.add(
          new Site(id, organization, details, proposed(details), source, true, 1),
          Optional.of(digest));
      return new Imported<>(id, Imported.Outcome.CREATED);
    }
    Site now = known.get();
    if (store.digest(now).filter(digest::equals).isPresent()) {
      return new Imported<>(now.id(), Imported.Outcome.UNCHANGED);
    }
    boolean sameZip = now.address().zip().equals(details.address().zip());
    Site.Zone zone = sameZip ? now.zoneState() : proposed(details);
    Site next =
        new Site(now.id(), organization, details, zone, source, now.active(), now.version());
    boolean taken = store.change(next, Optional.of(digest), Optional.empty());
    return new Imported<>(now.id(), taken ? Imported.Outcome.UPDATED : Imported.Outcome.UNCHANGED);
  }

  private void save(Site next, String what) {
    if (!store.change(next, Optional.empty(), Optional.of(clock.instant()))) {
      throw Stale.refused();
    }
    audit.done(Act.on(next.organization(), "changed", "site", next.id().value()).with(what));
  }

  private static Site.Zone proposed(Site.Details details) {
    return switch (ZipZones.propose(details.address().zip())) {
      case ZipZones.Proposal.Confident(ZoneId zone) -> new Site.Zone.Proposed(zone);
      case ZipZones.Proposal.Check(ZoneId zone, String _) -> new Site.Zone.Proposed(zone);
      case ZipZones.Proposal.None _ -> new Site.Zone.Unknown();
    };
  }
}
