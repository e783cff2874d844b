package health.malasakit.directory;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The kinds of visit that clinics give. */
@Component
public class VisitTypes {

  private final VisitTypeStore store;
  private final Audit audit;

  VisitTypes(VisitTypeStore store, Audit audit) {
    this.store = store;
    this.audit = audit;
  }

  /** All of a clinic by name, inactive ones too. */
  @Transactional(readOnly = true)
  public List<VisitType> of(OrganizationId organization) {
    return store.of(organization);
  }

  /** The active ones of all clinics in scope by name. */
  @Transactional(readOnly = true)
  public List<VisitType> inScope() {
    return store.inScope();
  }

  /** Those of these that are in scope. */
  @Transactional(readOnly = true)
  public Map<VisitTypeId, VisitType> byIds(Collection<VisitTypeId> ids) {
    Map<VisitTypeId, VisitType> found = new HashMap<>();
    store.byIds(ids).forEach(each -> found.put(each.id(), each));
    return found;
  }

  /** How visits of this type are held; empty when it is not in scope. */
  @Transactional(readOnly = true)
  public Optional<VisitType.Modality> modality(VisitTypeId id) {
    return store.modality(id);
  }

  /**
   * One visit type.
   *
   * @throws Refused not found, code {@code visit_type.none}
   */
  @Transactional(readOnly = true)
  public VisitType get(VisitTypeId id) {
    return store.byIds(List.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> Refused.notFound("visit_type.none"));
  }

  /**
   * Adds a visit type.
   *
   * @throws Refused conflict, code {@code visit_type.same_name}
   */
  @Transactional
  public VisitTypeId add(
      OrganizationId organization,
      VisitType.Details details,
      Set<PractitionerId> givenBy,
      Set<VisitType.Need> needs) {
    VisitType type =
        new VisitType(VisitTypeId.next(), organization, details, givenBy, needs, true, 1);
    try {
      store.add(type);
    } catch (DuplicateKeyException taken) {
      throw sameName();
    }
    audit.done(Act.on(organization, "created", "visit_type", type.id().value()));
    return type.id();
  }

  /**
   * Saves a visit type as it is given, when it is still at the version it carries.
   *
   * @throws Refused conflict, codes {@value Stale#CODE} and {@code visit_type.same_name}
   */
  @Transactional
  public void change(VisitType next) {
    try {
      if (!store.change(next)) {
        throw Stale.refused();
      }
    } catch (DuplicateKeyException taken) {
      throw sameName();
    }
    audit.done(Act.on(next.organization(), "changed", "visit_type", next.id().value()));
  }

  private static Refused sameName() {
    return Refused.conflict("visit_type.same_name").onField("name");
  }
}
