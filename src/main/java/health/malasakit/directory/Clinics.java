package health.malasakit.directory;

import health.malasakit.access.Organization;
import health.malasakit.access.Organizations;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The organizations in scope as callers and specialists meet them. */
@Component
public class Clinics {

  /** Hours that began yesterday may still run, in every zone. */
  private static final int DAYS_BACK = 2;

  private final Organizations organizations;
  private final ClinicStore store;
  private final Clock clock;

  Clinics(Organizations organizations, ClinicStore store, Clock clock) {
    this.organizations = organizations;
    this.store = store;
    this.clock = clock;
  }

  /** The clinics of the current scope by name. */
  @Transactional(readOnly = true)
  public List<Clinic> inScope() {
    return withParts(organizations.inScope());
  }

  /** Those of these clinics that are in scope. */
  @Transactional(readOnly = true)
  public Map<OrganizationId, Clinic> byIds(Collection<OrganizationId> ids) {
    Map<OrganizationId, Clinic> found = new HashMap<>();
    withParts(organizations.inScope().stream().filter(each -> ids.contains(each.id())).toList())
        .forEach(clinic -> found.put(clinic.id(), clinic));
    return found;
  }

  /** Holidays from a date on of those of these clinics that are in scope: one question. */
  @Transactional(readOnly = true)
  public Map<OrganizationId, List<Holiday>> holidays(
      Collection<OrganizationId> ids, LocalDate from) {
    return store.holidays(ids, from);
  }

  /** The zone of each clinic in scope that has one: cheap, for the clocks of every page. */
  @Transactional(readOnly = true)
  public Map<OrganizationId, ZoneId> zones() {
    return store.zones();
  }

  /**
   * One clinic.
   *
   * @throws Refused not found, code {@code clinic.none}, also when it is not in scope
   */
  @Transactional(readOnly = true)
  public Clinic get(OrganizationId id) {
    return Optional.ofNullable(byIds(List.of(id)).get(id)).orElseThrow(Clinics::none);
  }

  /**
   * The clinic of a slug.
   *
   * @throws Refused not found, code {@code clinic.none}, also when it is not in scope
   */
  @Transactional(readOnly = true)
  public Clinic bySlug(String slug) {
    return find(slug).orElseThrow(Clinics::none);
  }

  /** The clinic of a slug; empty when it is not in scope. */
  @Transactional(readOnly = true)
  public Optional<Clinic> find(String slug) {
    return withParts(
            organizations.inScope().stream().filter(each -> each.slug().equals(slug)).toList())
        .stream()
        .findFirst();
  }

  /**
   * Refuses what the clinic has switched off for people who work from her country.
   *
   * @throws Refused denied, code {@code export.off}
   */
  @Transactional(readOnly = true)
  public void requireAllowed(OrganizationId id, Clinic.Export what) {
    var country = Scopes.current().country();
    if (!get(id).allows(what, country)) {
      throw Refused.denied("export.off");
    }
  }

  /** The clinic at which a dialled number rings; may be asked before a scope exists. */
  @Transactional(readOnly = true)
  public Optional<OrganizationId> byDialledNumber(Phone dialled) {
    return dialled.e164().flatMap(store::byDialledNumber);
  }

  private List<Clinic> withParts(List<Organization> found) {
    LocalDate from = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(DAYS_BACK);
    var parts = store.parts(found.stream().map(Organization::id).toList(), from);
    return found.stream()
        .flatMap(
            each -> Optional.ofNullable(parts.get(each.id())).map(p -> clinic(each, p)).stream())
        .toList();
  }

  private static Clinic clinic(Organization organization, ClinicStore.Parts parts) {
    return new Clinic(
        organization,
        parts.profile(),
        parts.numbers(),
        parts.hours(),
        parts.holidays(),
        parts.off(),
        parts.versions());
  }

  private static Refused none() {
    return Refused.notFound("clinic.none/member");
  }
}
