package health.malasakit.directory;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rooms and devices. */
@Component
public class Resources {

  private final ResourceStore store;
  private final Audit audit;

  Resources(ResourceStore store, Audit audit) {
    this.store = store;
    this.audit = audit;
  }

  /** All of a clinic, site by site, inactive ones too. */
  @Transactional(readOnly = true)
  public List<Resource> of(OrganizationId organization) {
    return store.of(organization);
  }

  /** The active ones of a site, rooms first. */
  @Transactional(readOnly = true)
  public List<Resource> at(Site site) {
    return store.at(site);
  }

  /** Those of these that are in scope. */
  @Transactional(readOnly = true)
  public Map<ResourceId, Resource> byIds(Collection<ResourceId> ids) {
    Map<ResourceId, Resource> found = new HashMap<>();
    store.byIds(ids).forEach(each -> found.put(each.id(), each));
    return found;
  }

  /**
   * One room or device.
   *
   * @throws Refused not found, code {@code resource.none}
   */
  @Transactional(readOnly = true)
  public Resource get(ResourceId id) {
    return store.byIds(List.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> Refused.notFound("resource.none"));
  }

  /**
   * Adds a room or device.
   *
   * @throws Refused conflict, code {@code resource.same_name}
   */
  @Transactional
  public ResourceId add(OrganizationId organization, Resource.Details details) {
    Resource resource = new Resource(ResourceId.next(), organization, details, true, 1);
    try {
      store.add(resource);
    } catch (DuplicateKeyException taken) {
      throw sameName();
    }
    audit.done(Act.on(organization, "created", "resource", resource.id().value()));
    return resource.id();
  }

  /**
   * Saves a room or device as it is given, when it is still at the version it carries.
   *
   * @throws Refused conflict, codes {@value Stale#CODE} and {@code resource.same_name}
   */
  @Transactional
  public void change(Resource next) {
    try {
      if (!store.change(next)) {
        throw Stale.refused();
      }
    } catch (DuplicateKeyException taken) {
      throw sameName();
    }
    audit.done(Act.on(next.organization(), "changed", "resource", next.id().value()));
  }

  private static Refused sameName() {
    return Refused.conflict("resource.same_name").onField("name");
  }
}
