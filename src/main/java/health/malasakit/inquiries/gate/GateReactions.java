package health.malasakit.inquiries.gate;

import health.malasakit.inquiries.CallState;
import health.malasakit.inquiries.Calls;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.PatientRegistered;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who registers the caller as a new patient goes on with her. */
@Component
class GateReactions {

  private final Calls calls;
  private final ContactProofs proofs;

  GateReactions(Calls calls, ContactProofs proofs) {
    this.calls = calls;
    this.proofs = proofs;
  }

  /** In the same transaction: the next page is about the new patient. */
  @EventListener
  void on(PatientRegistered registered) {
    if (Scopes.current().account().isEmpty()) {
      return;
    }
    calls.mine().stream()
        .filter(call ->
            call.state() == CallState.TALKING
                && call.organization().equals(registered.organization()))
        .findFirst()
        .ifPresent(call -> proofs.registered(call, registered.patient()));
  }
}
