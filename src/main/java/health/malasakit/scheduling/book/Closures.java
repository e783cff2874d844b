package health.malasakit.scheduling.book;

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
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Time in which a site or a practitioner gives no visits. */
@Component
public class Closures {

  private static final Duration LENGTH_MAX = Duration.ofDays(366);
  private static final Duration AHEAD_MAX = Duration.ofDays(730);

  private final ClosureStore store;
  private final Audit audit;
  private final Clock clock;

  Closures(ClosureStore store, Audit audit, Clock clock) {
    this.store = store;
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
      throw Refused.invalid("closure.reason").onField("reason");
    }
    return new Closure(
        ClosureId.next(), site.organization(), site.id(), practitioner, when, reason.strip());
  }

  private static void requireOrder(Closure.Wall when) {
    LocalDateTime from = when.from();
    if (!when.to().isAfter(from) || Duration.between(from, when.to()).compareTo(LENGTH_MAX) > 0) {
      throw Refused.invalid("closure.dates").onField("to");
    }
  }

  /** Writes it down; only {@code VisitsToMove} asks, once the visits under it have been seen. */
  @Transactional
  public void add(Closure closure) {
    store.add(closure, Scopes.current().account(), clock.instant());
  }

  /**
   * Takes a closure back.
   *
   * @throws Refused not found, code {@code closure.none}
   */
  @Transactional
  public void lift(OrganizationId organization, ClosureId id) {
    if (!store.lift(organization, id, clock.instant())) {
      throw Refused.notFound("closure.none");
    }
    audit.done(Act.on(organization, "lifted", "closure", id.value()));
  }
}
