package health.malasakit.inquiries.redflags.web;

import health.malasakit.access.records.RecordGate;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.redflags.Emergency;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import org.springframework.stereotype.Component;

/**
 * Whose emergency may be looked at now. While a caller is on the line, those of her call and
 * whatever the reader began and has not closed: nobody loses sight of help that she is getting.
 */
@Component
class EmergencyGate {

  private final RecordGate gate;
  private final Calls calls;

  EmergencyGate(RecordGate gate, Calls calls) {
    this.gate = gate;
    this.calls = calls;
  }

  /**
   * Nothing, when it may be looked at.
   *
   * @throws Refused denied, code {@code emergency.during_call}
   */
  void check(Emergency one) {
    if (closes(one)) {
      throw Refused.denied("emergency.during_call");
    }
  }

  /** Whether it waits until the call of its reader is over. */
  boolean closes(Emergency one) {
    return !isHers(one) && !isOfHerCall(one) && gate.duringCall();
  }

  /** Address of the call whose caller is on the reader's line; empty for none. */
  String call() {
    return gate.callOnTheLine().orElse("");
  }

  private static boolean isHers(Emergency one) {
    return one.closed().isEmpty()
        && Scopes.current().account().filter(one.openedBy()::equals).isPresent();
  }

  private boolean isOfHerCall(Emergency one) {
    return one.call().isPresent()
        && calls.mine().stream()
            .filter(call -> call.state().live() || call.mayGoOn())
            .map(Call::id)
            .anyMatch(id -> id.value().equals(one.call().get()));
  }
}
