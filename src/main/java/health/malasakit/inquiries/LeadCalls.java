package health.malasakit.inquiries;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Calls that were left on hold, or by somebody who is gone, and whoever leads there. */
@Component
public class LeadCalls {

  private final CallStore store;
  private final Calls calls;
  private final CallSteps steps;
  private final Clock clock;

  LeadCalls(CallStore store, Calls calls, CallSteps steps, Clock clock) {
    this.store = store;
    this.calls = calls;
    this.steps = steps;
    this.clock = clock;
  }

  /** Those that wait where I may lead. */
  @Transactional(readOnly = true)
  public List<Call> mine() {
    var scope = Scopes.current();
    return store.forLead(
        scope.organizations().stream()
            .filter(one -> scope.may(one, "calls", Verb.APPROVE))
            .toList());
  }

  /**
   * Goes on with a call that waits for the lead; whoever she speaks with now waits instead.
   *
   * @throws Refused conflict, code {@code call.not_left} while its owner deals with it
   */
  @Transactional
  public void lead(OrganizationId organization, CallId id) {
    var me = Scopes.current().account().orElseThrow();
    var led = calls.alone(organization, id).leadBy(me, clock.instant());
    if (led.state() == CallState.TALKING) {
      calls.parkMine();
    }
    steps.written(led, "passed", me);
  }

  /**
   * A caller who waits for her waits for the lead from now on; it stays hers until the lead goes on
   * with it, or she speaks again.
   *
   * @throws Refused conflict, codes {@code call.not_yours} and {@code call.not_held}
   */
  @Transactional
  public void toLead(OrganizationId organization, CallId id) {
    var me = Scopes.current().account().orElseThrow();
    var call = calls.alone(organization, id);
    if (!call.isOf(me)) {
      throw Refused.conflict("call.not_yours");
    }
    if (call.state() != CallState.HELD) {
      throw Refused.conflict("call.not_held");
    }
    steps.written(call.waitingForLead(Optional.of(clock.instant())), "left", me);
  }
}
