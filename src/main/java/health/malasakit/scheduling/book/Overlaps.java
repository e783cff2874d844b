package health.malasakit.scheduling.book;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.OrganizationId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which kinds of visit one patient may have at the same time as each other, as the clinic lists
 * them; all others refuse each other.
 */
@Component
public class Overlaps {

  /** Two kinds, in any order; the same twice where a kind may lie beside itself. */
  public record Pair(VisitTypeId one, VisitTypeId other) {}

  private final OverlapStore store;
  private final Audit audit;

  Overlaps(OverlapStore store, Audit audit) {
    this.store = store;
    this.audit = audit;
  }

  /** The pairs that a clinic lists; at most a thousand. */
  @Transactional(readOnly = true)
  public List<Pair> of(OrganizationId organization) {
    return store.all(organization);
  }

  /** The kinds beside which this one may be. */
  @Transactional(readOnly = true)
  public Set<VisitTypeId> besides(OrganizationId organization, VisitTypeId type) {
    var besides = new HashSet<VisitTypeId>();
    for (var pair : store.all(organization)) {
      if (pair.one().equals(type)) {
        besides.add(pair.other());
      }
      if (pair.other().equals(type)) {
        besides.add(pair.one());
      }
    }
    return besides;
  }

  /** Lets one patient have both at the same time: a lab draw beside the doctor's hour. */
  @Transactional
  public void allow(OrganizationId organization, Pair pair) {
    store.allow(organization, pair);
    audit.done(Act.on(organization, "allowed overlap", "visit_type", pair.one().value()));
  }

  /** From now on they may not; what is booked stays. */
  @Transactional
  public void forbid(OrganizationId organization, Pair pair) {
    store.forbid(organization, pair);
    audit.done(Act.on(organization, "forbade overlap", "visit_type", pair.one().value()));
  }
}
