package health.malasakit.inquiries.mixups;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What nearly went to the wrong person, or did and left nothing to move. */
@Component
public class NearMisses {

  private final NearMissStore store;
  private final Audit audit;
  private final Clock clock;

  NearMisses(NearMissStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** How it came about, and what nearly happened. */
  public record Kind(Slip slip, Nearly what) {}

  /** How often something of a kind happened. */
  public record Count(Kind kind, int times) {}

  /**
   * Writes one down; nobody is named.
   *
   * @throws Refused denied, code {@code mixup.right}
   */
  @Transactional
  public void add(OrganizationId clinic, Kind kind) {
    if (!Scopes.current().may(clinic, "mixups", Verb.CREATE)) {
      throw Refused.denied("mixup.right");
    }
    var id = Ids.next();
    store.add(clinic, id, kind, clock.instant());
    audit.done(Act.on(clinic, "added", "near_miss", id));
  }

  /** How often in the clinics in scope, in {@link MixUpFindings#COUNTED_DAYS} days. */
  @Transactional(readOnly = true)
  public List<Count> counts() {
    var since = clock.instant().minus(Duration.ofDays(MixUpFindings.COUNTED_DAYS));
    return store.counts(Scopes.current().organizations(), since);
  }
}
