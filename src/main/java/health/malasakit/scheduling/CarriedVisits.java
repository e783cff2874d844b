package health.malasakit.scheduling;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scopes;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Many visits at once, as when a clinic's book is carried over whole: past ones as they ended,
 * coming ones booked. The rules of booking are not asked, but the database refuses a double booking
 * here as everywhere. One line of audit for all of them, and no event.
 */
@Component
public class CarriedVisits {

  private static final int AT_ONCE = 500;

  private final CarriedVisitStore store;
  private final Audit audit;

  CarriedVisits(CarriedVisitStore store, Audit audit) {
    this.store = store;
    this.audit = audit;
  }

  /** Takes them all over, or none: two that take the same time are refused by the database. */
  @Transactional
  public void add(OrganizationId organization, List<CarriedVisit> visits) {
    var by = Scopes.current().account();
    for (int from = 0; from < visits.size(); from += AT_ONCE) {
      var some = visits.subList(from, Math.min(visits.size(), from + AT_ONCE));
      store.addVisits(organization, some, by);
      store.addOccupancy(organization, some);
      store.addHistory(organization, some, by);
    }
    audit.done(
        Act.on(organization, "carried over", "visits", organization.value())
            .with(visits.size() + " visits"));
  }
}
