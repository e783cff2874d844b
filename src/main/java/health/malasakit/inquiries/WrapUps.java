package health.malasakit.inquiries;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.workqueue.NewPromise;
import health.malasakit.workqueue.PromiseId;
import health.malasakit.workqueue.Promises;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How calls are written up. */
@Component
public class WrapUps {

  private static final int OF_PATIENT_MAX = 50;

  private final WrapUpStore store;
  private final Calls calls;
  private final Promises promises;
  private final Clock clock;

  WrapUps(WrapUpStore store, Calls calls, Promises promises, Clock clock) {
    this.store = store;
    this.calls = calls;
    this.promises = promises;
    this.clock = clock;
  }

  /**
   * A call as it is about to be written up.
   *
   * @param patient whom it was about; empty when about none, or she was not proven
   * @param promise what was promised to the caller
   * @param also others in whose name something was done
   */
  public record Closing(
      Optional<PatientId> patient, WrapUp words, Optional<NewPromise> promise, List<Also> also) {}

  /** What was done for a patient in a call whose words are about another; codes only. */
  public record Also(PatientId patient, String reason, String outcome) {}

  /** What was written of a call; of a patient whom the words are not about there is no note. */
  public record Told(
      CallId call, Optional<PatientId> patient, OrganizationId organization, Written written) {}

  /** So many, after so many others. */
  public record Part(int most, int skip) {}

  /** What was written, by whom and when, and what was promised. */
  public record Written(WrapUp words, AccountId by, Instant at, Optional<PromiseId> promise) {}

  /**
   * Writes a call up; it is closed then. A caller who is still on the line is let go first.
   *
   * @throws Refused conflict, codes {@code call.not_yours}, {@code call.closed}; invalid, code
   *     {@code call.promise}, when she says that something was promised and not what
   */
  @Transactional
  public void write(OrganizationId organization, CallId id, Closing closing) {
    if (closing.words().promised() && closing.promise().isEmpty()) {
      throw Refused.invalid("call.promise").onField("promise");
    }
    var call = calls.close(organization, id);
    var now = clock.instant();
    store.add(call, closing, closing.promise().map(promises::make), now);
    closing.also().stream()
        .filter(one -> !closing.patient().equals(Optional.of(one.patient())))
        .forEach(one -> store.also(call, one, now));
  }

  /** The last that was written of a call about this patient. */
  @Transactional(readOnly = true)
  public Optional<Written> last(OrganizationId organization, PatientId patient) {
    return store.ofPatient(organization, patient, 1).stream().map(Told::written).findFirst();
  }

  /** What was written of calls about her, newest first; 50 at most. */
  @Transactional(readOnly = true)
  public List<Told> ofPatient(OrganizationId organization, PatientId patient) {
    return store.ofPatient(organization, patient, OF_PATIENT_MAX);
  }

  /** What I wrote since then at the clinics in scope, newest first. */
  @Transactional(readOnly = true)
  public List<Told> mine(Instant since, Part part) {
    var scope = Scopes.current();
    return store.by(scope.account().orElseThrow(), scope.organizations(), since, part);
  }

  /** About whom a call was written up, and what was promised to her. */
  public record About(PatientId patient, int version, Optional<PromiseId> promise) {}

  /** About whom it was written up; empty while it is not, and for a call about nobody. */
  @Transactional(readOnly = true)
  public Optional<About> about(Call call) {
    return store.about(call);
  }

  /** The call was about another person: what was written and promised is hers; says its version. */
  @Transactional
  public int giveTo(Call call, PatientId right) {
    store.give(call, right);
    var given = store.about(call).orElseThrow();
    given.promise().ifPresent(id -> promises.giveTo(call.organization(), id, right));
    return given.version();
  }

  /** What was written of a call. */
  @Transactional(readOnly = true)
  public Optional<Written> of(Call call) {
    return store.of(call);
  }
}
