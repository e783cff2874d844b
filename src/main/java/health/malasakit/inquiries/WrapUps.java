package health.malasakit.inquiries;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How calls are written up. */
@Component
public class WrapUps {

  private final WrapUpStore store;
  private final Calls calls;
  private final Clock clock;

  WrapUps(WrapUpStore store, Calls calls, Clock clock) {
    this.store = store;
    this.calls = calls;
    this.clock = clock;
  }

  /** What was written, by whom and when. */
  public record Written(WrapUp words, AccountId by, Instant at) {}

  /**
   * Writes a call up; it is closed then. A caller who is still on the line is let go first.
   *
   * @param patient whom it was about; empty when about none, or she was not proven
   * @throws health.malasakit.kernel.Refused conflict, codes {@code call.not_yours}, {@code
   *     call.closed}
   */
  @Transactional
  public void write(
      OrganizationId organization, CallId id, Optional<PatientId> patient, WrapUp words) {
    store.add(calls.close(organization, id), patient, words, clock.instant());
  }

  /** The last that was written of a call about this patient. */
  @Transactional(readOnly = true)
  public Optional<Written> last(OrganizationId organization, PatientId patient) {
    return store.last(organization, patient);
  }

  /** What was written of a call. */
  @Transactional(readOnly = true)
  public Optional<Written> of(Call call) {
    return store.of(call);
  }
}
