package health.malasakit.scheduling.book;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.directory.VisitTypes;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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
  private final VisitTypes types;
  private final Audit audit;

  Overlaps(OverlapStore store, VisitTypes types, Audit audit) {
    this.store = store;
    this.types = types;
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

  /**
   * Lets one patient have both at the same time: a lab draw beside the doctor's hour.
   *
   * @throws Refused not found, code {@code overlap.kind}; invalid, code {@code overlap.known}
   */
  @Transactional
  public void allow(OrganizationId organization, Pair pair) {
    requireOurs(organization, pair);
    if (!store.allow(organization, pair)) {
      throw Refused.invalid("overlap.known").onField("other");
    }
    audit.done(act(organization, "allowed overlap", pair));
  }

  private void requireOurs(OrganizationId organization, Pair pair) {
    var known = types.byIds(List.of(pair.one(), pair.other()));
    boolean ours =
        Stream.of(pair.one(), pair.other())
            .map(known::get)
            .allMatch(type -> type != null && type.organization().equals(organization));
    if (!ours) {
      throw Refused.notFound("overlap.kind");
    }
  }

  /**
   * From now on they may not; what is booked stays.
   *
   * @throws Refused not found, code {@code overlap.none}
   */
  @Transactional
  public void forbid(OrganizationId organization, Pair pair) {
    if (!store.forbid(organization, pair)) {
      throw Refused.notFound("overlap.none");
    }
    audit.done(act(organization, "forbade overlap", pair));
  }

  private static Act act(OrganizationId organization, String act, Pair pair) {
    return Act.on(organization, act, "visit_type", pair.one().value())
        .with("beside " + pair.other());
  }
}
