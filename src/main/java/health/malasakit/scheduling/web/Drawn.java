package health.malasakit.scheduling.web;

import health.malasakit.audit.Audit;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.scheduling.DayBook;
import java.time.Clock;
import java.util.Collection;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down who was shown on a day: all when a person opens it, the new ones when it is live. */
@Component
class Drawn {

  private final DrawnStore store;
  private final Audit audit;
  private final Clock clock;

  Drawn(DrawnStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The patients of a day were drawn on her screen.
   *
   * @param anew a person opened the page; otherwise it read itself again
   */
  @Transactional
  void on(DayBook day, Collection<PatientId> patients, boolean anew) {
    var account = Scopes.current().account();
    if (account.isEmpty() || patients.isEmpty()) {
      return;
    }
    var organization = day.site().organization();
    var look = new DrawnStore.Look(organization, account.get(), day.site().id(), day.date());
    if (anew) {
      store.forget(look, clock.instant());
    }
    var fresh = store.draw(look, patients, clock.instant());
    audit.listed(organization, "day", fresh);
  }
}
