package health.malasakit.directory;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.Npi;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people who see patients, and where they do. */
@Component
public class Practitioners {

  private final PractitionerStore store;
  private final PractitionerRoleStore roles;
  private final Audit audit;
  private final Clock clock;

  Practitioners(PractitionerStore store, PractitionerRoleStore roles, Audit audit, Clock clock) {
    this.store = store;
    this.roles = roles;
    this.audit = audit;
    this.clock = clock;
  }

  /** All of a clinic: those typed here first, then from files, by name; 5000 at most. */
  @Transactional(readOnly = true)
  public List<Practitioner> of(OrganizationId organization) {
    return store.of(organization);
  }

  /** Those who work at a site and are active, by name. */
  @Transactional(readOnly = true)
  public List<Practitioner> at(Site site) {
    return store.at(site);
  }

  /** Those of these who are in scope. */
  @Transactional(readOnly = true)
  public Map<PractitionerId, Practitioner> byIds(Collection<PractitionerId> ids) {
    Map<PractitionerId, Practitioner> found = new HashMap<>();
    store.byIds(ids).forEach(each -> found.put(each.id(), each));
    return found;
  }

  /**
   * Everyone of these clinics with one of these NPIs, 1000 at most; a file may bring one person
   * twice.
   */
  @Transactional(readOnly = true)
  public List<Practitioner> withNpi(
      Collection<OrganizationId> organizations, Collection<String> npis) {
    return organizations.isEmpty() || npis.isEmpty()
        ? List.of()
        : store.withNpi(organizations, npis);
  }

  /**
   * One practitioner.
   *
   * @throws Refused not found, code {@code practitioner.none}
   */
  @Transactional(readOnly = true)
  public Practitioner get(PractitionerId id) {
    return store.byIds(List.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> Refused.notFound("practitioner.none"));
  }

  /** Where these practitioners work. */
  @Transactional(readOnly = true)
  public List<PractitionerRole> rolesOf(Collection<PractitionerId> practitioners) {
    return roles.of(practitioners);
  }

  /**
   * Adds a practitioner whom a person typed.
   *
   * @throws Refused invalid, code {@code npi.check_digit}, beside the field {@code npi}
   */
  @Transactional
  public PractitionerId add(
      OrganizationId organization, Practitioner.Details details, Collection<PractitionerRole> at) {
    Practitioner typed =
        new Practitioner(
            PractitionerId.next(), organization, checked(details), Source.TYPED, true, 1);
    store.add(typed, Optional.empty());
    work(typed, at);
    audit.done(Act.on(organization, "created", "practitioner", typed.id().value()));
    return typed.id();
  }

  /**
   * Changes what is written about a practitioner.
   *
   * @param seen the version that the person saw
   * @throws Refused invalid, code {@code npi.check_digit}; conflict, code {@value Stale#CODE}
   */
  @Transactional
  public void change(PractitionerId id, Practitioner.Details details, long seen) {
    Practitioner now = get(id);
    boolean npiUntouched = now.details().npi().equals(details.npi());
    Practitioner.Details kept = npiUntouched ? details : checked(details);
    save(
        new Practitioner(id, now.organization(), kept, now.source(), now.active(), seen),
        "details");
  }

  /** Lets a practitioner see no more patients here, or again. */
  @Transactional
  public void setActive(PractitionerId id, boolean active, long seen) {
    Practitioner now = get(id);
    save(
        new Practitioner(id, now.organization(), now.details(), now.source(), active, seen),
        active ? "active" : "inactive");
  }

  /** Says at which sites a practitioner works; at others she no longer does. */
  @Transactional
  public void workAt(PractitionerId id, Collection<PractitionerRole> at) {
    Practitioner now = get(id);
    work(now, at);
    audit.done(Act.on(now.organization(), "changed", "practitioner", id.value()).with("sites"));
  }

  /**
   * Takes a practitioner from a file; an NPI with a wrong check digit is kept and not verified.
   * What a person has edited here stays as she left it.
   */
  @Transactional
  public Imported<PractitionerId> importOne(
      OrganizationId organization, Source source, Practitioner.Details details) {
    String digest = Imported.digest(details);
    Optional<Practitioner> known = store.bySource(organization, source);
    if (known.isEmpty()) {
      PractitionerId id = PractitionerId.next();
      store.add(new Practitioner(id, organization, details, source, true, 1), Optional.of(digest));
      return new Imported<>(id, Imported.Outcome.CREATED);
    }
    Practitioner now = known.get();
    if (store.digest(now).filter(digest::equals).isPresent()) {
      return new Imported<>(now.id(), Imported.Outcome.UNCHANGED);
    }
    Practitioner next =
        new Practitioner(now.id(), organization, details, source, now.active(), now.version());
    boolean taken = store.change(next, Optional.of(digest), Optional.empty());
    return new Imported<>(now.id(), taken ? Imported.Outcome.UPDATED : Imported.Outcome.UNCHANGED);
  }

  /** Takes from a file that a practitioner works at a site. */
  @Transactional
  public Imported.Outcome importRole(
      OrganizationId organization, Source source, PractitionerRole role) {
    return roles.keep(organization, role, source);
  }

  private void work(Practitioner practitioner, Collection<PractitionerRole> at) {
    Set<SiteId> wanted = new HashSet<>();
    at.forEach(role -> {
      wanted.add(role.site());
      roles.keep(
          practitioner.organization(),
          new PractitionerRole(practitioner.id(), role.site(), role.specialty()),
          Source.TYPED);
    });
    roles.of(List.of(practitioner.id())).stream()
        .filter(role -> !wanted.contains(role.site()))
        .forEach(role -> roles.drop(practitioner.organization(), role));
  }

  private void save(Practitioner next, String what) {
    if (!store.change(next, Optional.empty(), Optional.of(clock.instant()))) {
      throw Stale.refused();
    }
    audit.done(
        Act.on(next.organization(), "changed", "practitioner", next.id().value()).with(what));
  }

  private static Practitioner.Details checked(Practitioner.Details typed) {
    if (typed.npi().isBlank()) {
      return typed;
    }
    return new Practitioner.Details(
        typed.given(),
        typed.family(),
        typed.credentials(),
        Npi.of(typed.npi()).value(),
        typed.languages(),
        typed.licensedStates());
  }
}
