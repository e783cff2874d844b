package health.malasakit.inquiries.mixups;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.inquiries.mixups.MixUp.Done;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is learned from mix-ups: how often they happen, and what came of what had been said. */
@Component
public class MixUpFindings {

  /** Counted over so many days. */
  public static final int COUNTED_DAYS = 90;

  private final MixUpStore store;
  private final Audit audit;
  private final Clock clock;

  MixUpFindings(MixUpStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** How often in the clinics in scope, by whose slip it was; those moved back are not counted. */
  @Transactional(readOnly = true)
  public Map<Slip, Integer> counts() {
    var since = clock.instant().minus(Duration.ofDays(COUNTED_DAYS));
    return store.counts(Scopes.current().organizations(), since);
  }

  /** Those of which something had been said or sent and nobody said yet what she found. */
  @Transactional(readOnly = true)
  public List<MixUp> waiting(OrganizationId clinic) {
    return store.waiting(clinic);
  }

  /**
   * The privacy officer says what she found.
   *
   * @throws health.malasakit.kernel.Refused invalid, code {@code mixup.finding}; conflict, code
   *     {@code mixup.closed}
   */
  @Transactional
  public void close(OrganizationId clinic, MixUpId id, String found) {
    var one = store.alone(clinic, id).orElseThrow(MixUps::none);
    var by = new Done(Scopes.current().account().orElseThrow(), clock.instant());
    store.save(one.close(found, by));
    audit.done(Act.on(clinic, "reviewed", "mixup", id.value()));
  }
}
