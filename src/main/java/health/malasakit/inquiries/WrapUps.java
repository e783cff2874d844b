package health.malasakit.inquiries;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.live.Live;
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
  private final Audit audit;
  private final Live live;
  private final Clock clock;

  WrapUps(WrapUpStore store, Calls calls, Promises promises, Audit audit, Live live, Clock clock) {
    this.store = store;
    this.calls = calls;
    this.promises = promises;
    this.audit = audit;
    this.live = live;
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
    store.add(call, closing, new WrapUpStore.By(me(), now, closing.promise().map(promises::make)));
    closing.also().stream()
        .filter(one -> !closing.patient().equals(Optional.of(one.patient())))
        .forEach(one -> store.also(call, one, now));
  }

  /**
   * Keeps what somebody noted and promised in a call that went on to a colleague meanwhile.
   *
   * @throws Refused conflict, code {@code call.not_yours}, when she never had it; invalid, code
   *     {@code call.part}, when nothing was noted or promised
   */
  @Transactional
  public void part(Call call, Closing closing) {
    if (!had(call)) {
      throw Refused.conflict("call.not_yours");
    }
    if (closing.words().note().isEmpty() && closing.promise().isEmpty()) {
      throw Refused.invalid("call.part").onField("note");
    }
    var promise = closing.promise().map(promises::make);
    store.addPart(call, closing, new WrapUpStore.By(me(), clock.instant(), promise));
    audit.done(Act.on(call.organization(), "noted", "call", call.id().value()));
    live.changed(Calls.topic(call.organization()));
  }

  /** Whether it was mine and went on to somebody else. */
  @Transactional(readOnly = true)
  public boolean had(Call call) {
    return !call.isOf(me()) && store.had(call, me());
  }

  /** What was noted and promised by who had it before, in that order; 20 at most. */
  @Transactional(readOnly = true)
  public List<Told> parts(Call call) {
    return store.parts(call);
  }

  private static AccountId me() {
    return Scopes.current().account().orElseThrow();
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
    var wrong = store.about(call).orElseThrow().patient();
    promisesOf(call, wrong).forEach(id -> promises.giveTo(call.organization(), id, right));
    store.give(call, wrong, right);
    var given = store.about(call).orElseThrow();
    given.promise().ifPresent(id -> promises.giveTo(call.organization(), id, right));
    return given.version();
  }

  /** Those of whoever had it before. */
  private List<PromiseId> promisesOf(Call call, PatientId patient) {
    return store.parts(call).stream()
        .filter(one -> one.patient().equals(Optional.of(patient)))
        .flatMap(one -> one.written().promise().stream())
        .toList();
  }

  /** For whom else something was done in it; 20 at most. */
  @Transactional(readOnly = true)
  public List<Also> also(Call call) {
    return store.also(call);
  }

  /** What was written of a call. */
  @Transactional(readOnly = true)
  public Optional<Written> of(Call call) {
    return store.of(call);
  }
}
