package health.malasakit.inquiries.gate;

import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.Calls;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.PatientRegistered;
import java.util.Optional;
import java.util.UUID;
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

  /**
   * In the same transaction: the next page is about the new patient. The form says in which call it
   * was begun; whoever else is on the line by now described nobody.
   */
  @EventListener
  void on(PatientRegistered registered) {
    if (Scopes.current().account().isPresent()) {
      registered
          .contact()
          .flatMap(contact -> mine(registered, contact))
          .ifPresent(call -> proofs.registered(call, registered.patient()));
    }
  }

  private Optional<Call> mine(PatientRegistered registered, UUID contact) {
    return calls.mine().stream()
        .filter(call ->
            call.id().equals(new CallId(contact))
                && call.asks()
                && call.organization().equals(registered.organization()))
        .findFirst();
  }
}
