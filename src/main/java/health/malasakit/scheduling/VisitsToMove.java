package health.malasakit.scheduling;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.scheduling.book.Closure;
import health.malasakit.scheduling.book.ClosureId;
import health.malasakit.scheduling.book.Closures;
import health.malasakit.scheduling.book.Stretch;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Visits for which somebody must act: booked time that was closed, and what was still to come when
 * a patient died.
 */
@Component
public class VisitsToMove {

  private final ToMoveStore store;
  private final Closures closures;
  private final VisitStore visits;
  private final DayNews news;
  private final Audit audit;
  private final Clock clock;

  VisitsToMove(
      ToMoveStore store,
      Closures closures,
      VisitStore visits,
      DayNews news,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.closures = closures;
    this.visits = visits;
    this.news = news;
    this.audit = audit;
    this.clock = clock;
  }

  /** Visits still to come that lie under it, earliest first. */
  @Transactional(readOnly = true)
  public List<Visit> under(Closure closure) {
    var stretch = closure.when().stretch();
    var dayBefore = new Stretch(stretch.from().minus(Duration.ofDays(1)), stretch.to());
    return visits.atSite(closure.organization(), closure.site(), dayBefore).stream()
        .filter(visit -> visit.status() instanceof VisitStatus.Booked)
        .filter(visit -> visit.time().stretch().overlaps(stretch))
        .filter(visit -> visit.place().practitioner().filter(closure::closes).isPresent())
        .toList();
  }

  /**
   * Saves a closure whose visits a person has seen. They stay booked and stand in "to move".
   *
   * @param seen the visits that were shown to her
   * @throws Refused conflict, code {@code closure.visits_unseen}, when there are others by now
   */
  @Transactional
  public void close(Closure closure, Set<VisitId> seen) {
    var under = under(closure);
    var ids = under.stream().map(Visit::id).collect(Collectors.toSet());
    if (!seen.containsAll(ids)) {
      throw Refused.conflict("closure.visits_unseen");
    }
    closures.add(closure);
    store.note(closure, ids, clock.instant());
    audit.done(
        Act.on(closure.organization(), "closed", "closure", closure.id().value())
            .with(ids.size() + " to move"));
    under.forEach(news::changed);
  }

  /** Takes a closure back; its visits need not move any more. */
  @Transactional
  public void lift(OrganizationId organization, ClosureId id) {
    store.forget(organization, id.value());
    closures.lift(organization, id);
  }

  /** Visits over which a closure was laid or whose patient has died, and that wait for somebody. */
  @Transactional(readOnly = true)
  public List<VisitToMove> list() {
    var scope = Scopes.current().organizations();
    var died = store.toMove(scope);
    return visits.all(scope, died.keySet()).stream()
        .map(visit -> new VisitToMove(visit, died.getOrDefault(visit.id(), false)))
        .toList();
  }
}
