package health.malasakit.inquiries.interpreters;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.interpreters.InterpreterUse.Outcome;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.live.Live;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Interpreters in calls: 45 CFR 92.201 asks for one whenever it is needed, free and at once. */
@Component
public class Interpreters {

  private final InterpreterStore store;
  private final Calls calls;
  private final Audit audit;
  private final Live live;
  private final Clock clock;

  Interpreters(InterpreterStore store, Calls calls, Audit audit, Live live, Clock clock) {
    this.store = store;
    this.calls = calls;
    this.audit = audit;
    this.live = live;
    this.clock = clock;
  }

  /** All of a call, the first first; 100 at most. */
  @Transactional(readOnly = true)
  public List<InterpreterUse> of(Call call) {
    return store.of(call);
  }

  /**
   * An interpreter is on the line; whoever interpreted before has left it.
   *
   * @throws Refused conflict, code {@code call.not_yours}
   */
  @Transactional
  public void connect(OrganizationId organization, CallId id, Asked asked) {
    var call = mine(organization, id);
    store.end(call, clock.instant());
    written(call, asked, new Outcome.Connected(clock.instant(), Optional.empty()));
  }

  /**
   * Nobody interprets, for this reason.
   *
   * @param why code of {@link Declined}
   * @throws Refused invalid, code {@code interpreter.reason}; conflict, code {@code call.not_yours}
   */
  @Transactional
  public void decline(OrganizationId organization, CallId id, Asked asked, String why) {
    written(mine(organization, id), asked, new Outcome.None(Declined.of(why)));
  }

  /** The interpreter leaves the line. */
  @Transactional
  public void end(OrganizationId organization, CallId id) {
    var call = mine(organization, id);
    if (store.end(call, clock.instant())) {
      told(call, "ended-interpreter");
    }
  }

  private void written(Call call, Asked asked, Outcome outcome) {
    store.add(
        new InterpreterUse(
            call.organization(), Ids.next(), call.id(), asked, outcome, me(), clock.instant()));
    told(call, outcome instanceof Outcome.None ? "declined-interpreter" : "connected-interpreter");
  }

  private void told(Call call, String what) {
    audit.done(Act.on(call.organization(), what, "call", call.id().value()));
    live.changed(Calls.topic(call.organization()));
  }

  private Call mine(OrganizationId organization, CallId id) {
    var call = calls.alone(organization, id);
    if (!call.isOf(me()) || !call.asks()) {
      throw Refused.conflict("call.not_yours");
    }
    return call;
  }

  private static AccountId me() {
    return Scopes.current().account().orElseThrow();
  }
}
