package health.malasakit.directory;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom a clinic's calls can be handed over to, hour by hour. */
@Component
public class TransferList {

  private final TransferListStore store;
  private final Clinics clinics;
  private final Audit audit;

  TransferList(TransferListStore store, Clinics clinics, Audit audit) {
    this.store = store;
    this.clinics = clinics;
    this.audit = audit;
  }

  /** All of a clinic in its order. */
  @Transactional(readOnly = true)
  public List<TransferTarget> of(OrganizationId organization) {
    return store.of(List.of(organization));
  }

  /** All of a clinic, each with whether it answers at that moment. */
  @Transactional(readOnly = true)
  public Transfers at(OrganizationId organization, Instant moment) {
    return Transfers.at(moment, clinics.get(organization), of(organization));
  }

  /**
   * One target.
   *
   * @throws Refused not found, code {@code transfer.none}
   */
  @Transactional(readOnly = true)
  public TransferTarget get(TransferTargetId id) {
    return store.byId(id).orElseThrow(() -> Refused.notFound("transfer.none"));
  }

  /**
   * Adds a target at the end of the list.
   *
   * @throws Refused invalid, codes {@code transfer.fallback}, {@code transfer.phone}, {@code
   *     transfer.hours}
   */
  @Transactional
  public TransferTargetId add(OrganizationId organization, TransferTarget.Details details) {
    TransferTarget target = new TransferTarget(TransferTargetId.next(), organization, details, 1);
    target.refuseIncomplete();
    store.alone(organization);
    refuseCircle(target);
    store.add(target);
    audit.done(Act.on(organization, "created", "transfer", target.id().value()));
    return target.id();
  }

  /**
   * Saves a target as it is given, when it is still at the version it carries.
   *
   * @throws Refused invalid as {@link #add}; conflict, code {@value Stale#CODE}
   */
  @Transactional
  public void change(TransferTarget next) {
    next.refuseIncomplete();
    store.alone(next.organization());
    refuseCircle(next);
    if (!store.change(next)) {
      throw Stale.refused();
    }
    audit.done(Act.on(next.organization(), "changed", "transfer", next.id().value()));
  }

  /**
   * Takes a target off the list.
   *
   * @throws Refused conflict, code {@code transfer.fallback_of}, while another falls back on it
   */
  @Transactional
  public void remove(TransferTargetId id) {
    TransferTarget target = get(id);
    try {
      store.remove(target);
    } catch (DataIntegrityViolationException used) {
      throw Refused.conflict("transfer.fallback_of");
    }
    audit.done(Act.on(target.organization(), "deleted", "transfer", id.value()));
  }

  /** Lines that lead to each other, none with a word of its own, would lead a caller nowhere. */
  private void refuseCircle(TransferTarget begin) {
    Map<TransferTargetId, TransferTarget> all = new HashMap<>();
    of(begin.organization()).forEach(each -> all.put(each.id(), each));
    all.put(begin.id(), begin);
    var met = new HashSet<TransferTargetId>();
    Optional<TransferTarget> line = Optional.of(begin);
    while (line.isPresent() && line.get().details().fallback().words().isBlank()) {
      if (!met.add(line.get().id())) {
        throw Refused.invalid("transfer.fallback/circle").onField("fallback");
      }
      line = line.get().details().fallback().next().flatMap(id -> Optional.ofNullable(all.get(id)));
    }
  }
}
