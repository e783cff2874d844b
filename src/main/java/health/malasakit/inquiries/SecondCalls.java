package health.malasakit.inquiries;

import health.malasakit.inquiries.CallStore.Step;
import health.malasakit.kernel.AccountId;
import health.malasakit.live.Live;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Nobody speaks with two callers: who is given a second call speaks with that one, and the first
 * waits, whether or not the switch says so.
 */
@Component
class SecondCalls {

  private final OpenCallStore open;
  private final CallStore calls;
  private final Live live;

  SecondCalls(OpenCallStore open, CallStore calls, Live live) {
    this.open = open;
    this.calls = calls;
    this.live = live;
  }

  /** Each call is changed in the clinic whose it is, in a transaction of its own. */
  void settle(AccountId owner, DoorStore.Work work) {
    var hers = work.alone(() -> open.of(List.of(owner)));
    OpenCall.spoken(hers)
        .ifPresent(spoken ->
            hers.stream()
                .filter(call -> call.state() == CallState.TALKING && !call.equals(spoken))
                .forEach(call ->
                    work.in(call.organization(), () -> waits(call, owner, spoken.since()))));
  }

  private boolean waits(OpenCall one, AccountId owner, Instant since) {
    var call = calls.alone(one.organization(), one.call()).orElseThrow();
    if (call.state() != CallState.TALKING || !call.isOf(owner)) {
      return false;
    }
    calls.save(call.park(owner, since), new Step("held", since, Optional.empty(), ""));
    live.changed(Calls.topic(call.organization()));
    return true;
  }
}
