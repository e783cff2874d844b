package health.malasakit.scheduling;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.Site;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Time in which a site or a practitioner gives no visits. */
@Component
public class Closures {

  private static final Duration LENGTH_MAX = Duration.ofDays(366);
  private static final Duration AHEAD_MAX = Duration.ofDays(730);

  private final ClosureStore store;
  private final VisitStore visits;
  private final DayNews news;
  private final Audit audit;
  private final Clock clock;

  Closures(ClosureStore store, VisitStore visits, DayNews news, Audit audit, Clock clock) {
    this.store = store;
    this.visits = visits;
    this.news = news;
    this.audit = audit;
    this.clock = clock;
  }

  /** Those of a site that are on or come. */
  @Transactional(readOnly = true)
  public List<Closure> at(Site site) {
    var now = clock.instant();
    return store.at(
        List.of(site.organization()), List.of(site.id()), new Stretch(now, now.plus(AHEAD_MAX)));
  }

  /** A closure as it would be, to look at the visits under it before it is saved. */
  public Closure proposed(
      Site site, Optional<PractitionerId> practitioner, Closure.Wall when, String reason) {
    requireOrder(when);
    if (reason.isBlank()) {
      throw Refused.invalid("closure.reason", "Say why, for whoever has to explain it.")
          .onField("reason");
    }
    return new Closure(
        ClosureId.next(), site.organization(), site.id(), practitioner, when, reason.strip());
  }

  private static void requireOrder(Closure.Wall when) {
    LocalDateTime from = when.from();
    if (!when.to().isAfter(from) || Duration.between(from, when.to()).compareTo(LENGTH_MAX) > 0) {
      throw Refused.invalid("closure.dates", "A closure ends after it begins, within a year.")
          .onField("to");
    }
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
      throw Refused.conflict(
          "closure.visits_unseen",
          "Visits lie under this closure that you have not seen yet. Look at them, then close.");
    }
    var now = clock.instant();
    store.add(closure, Scopes.current().account(), now);
    store.noteToMove(closure, ids, now);
    audit.done(
        Act.on(closure.organization(), "closed", "closure", closure.id().value())
            .with(ids.size() + " to move"));
    under.forEach(news::changed);
  }

  /** Takes a closure back; its visits need not move any more. */
  @Transactional
  public void lift(OrganizationId organization, ClosureId id) {
    if (!store.lift(organization, id, clock.instant())) {
      throw Refused.notFound("closure.none", "There is no such closure here.");
    }
    audit.done(Act.on(organization, "lifted", "closure", id.value()));
  }
}
