package health.malasakit.inquiries.gate;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.Calls;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.live.Live;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Callers who turn out not to be for whom they were proven. */
@Component
public class WrongProofs {

  private final WrongProofStore store;
  private final Calls calls;
  private final Audit audit;
  private final Live live;
  private final Clock clock;

  WrongProofs(WrongProofStore store, Calls calls, Audit audit, Live live, Clock clock) {
    this.store = store;
    this.calls = calls;
    this.audit = audit;
    this.live = live;
    this.clock = clock;
  }

  /** For whom a caller was proven, and until when. */
  public record Ended(PatientId patient, Instant at) {}

  /**
   * Her record closes again for this call, at once. What was opened stays in the audit.
   *
   * @throws Refused conflict, codes {@code call.not_yours}, {@code caller.not_proven}
   */
  @Transactional
  public void end(OrganizationId organization, CallId id, PatientId patient) {
    var call = calls.alone(organization, id);
    if (!call.isOf(Scopes.current().account().orElseThrow()) || !call.asks()) {
      throw Refused.conflict("call.not_yours");
    }
    if (!store.end(call, patient, clock.instant())) {
      throw Refused.conflict("caller.not_proven");
    }
    audit.done(Act.onPatient(organization, "unproven", patient).of("call", call.id().value()));
    live.changed(Calls.topic(organization));
  }

  /** For whom the caller of a call was wrongly proven, the latest first. */
  @Transactional(readOnly = true)
  public List<Ended> of(Call call) {
    return store.ended(call);
  }

  /**
   * Puts right what was done for the wrong person: as far as she was proven, and no longer than
   * this transaction, of which nobody else sees anything until it has ended.
   */
  @Transactional
  public <T> T putRight(Call call, Ended wrong, Supplier<T> work) {
    store.open(call, wrong.patient());
    var done = work.get();
    store.end(call, wrong.patient(), wrong.at());
    return done;
  }
}
