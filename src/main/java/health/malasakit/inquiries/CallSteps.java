package health.malasakit.inquiries;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.inquiries.CallStore.Step;
import health.malasakit.kernel.AccountId;
import health.malasakit.live.Live;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a person does with a call is saved, remembered, audited and told to open screens. */
@Component
class CallSteps {

  private final CallStore store;
  private final Audit audit;
  private final Live live;
  private final Clock clock;

  CallSteps(CallStore store, Audit audit, Live live, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.live = live;
    this.clock = clock;
  }

  /** That she looked at it stands in the lines of the route. */
  void written(Call call, String step, AccountId by) {
    store.save(call, new Step(step, clock.instant(), Optional.of(by), ""));
    if (!step.equals("seen")) {
      audit.done(Act.on(call.organization(), step, "call", call.id().value()));
    }
    live.changed(Calls.topic(call.organization()));
  }
}
