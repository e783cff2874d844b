package health.malasakit.inquiries.gate;

import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.Calls;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.live.Live;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * By what, beside being rung at a number on file ({@link CallerChecks}), that by which a patient is
 * reached opens in a call.
 */
@Component
public class ContactProofs {

  private final GateStore store;
  private final Audit audit;
  private final Live live;
  private final Clock clock;

  ContactProofs(GateStore store, Audit audit, Live live, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.live = live;
    this.clock = clock;
  }

  /** A patient whom the caller of this call has just registered: all of it came from the caller. */
  @Transactional
  public void registered(Call call, PatientId patient) {
    store.prove(call, proven(patient));
  }

  /** The patient herself read back the code that was texted to a number of hers on file. */
  @Transactional
  public void confirmed(Call call, PatientId patient) {
    var code = List.of(Fact.CODE);
    store.add(
        new GateTry(
            call.organization(),
            call.id(),
            store.tries(call.organization(), call.id()).size() + 1,
            CallerKind.PATIENT,
            code,
            code,
            "contact",
            Optional.of(patient),
            Scopes.current().account().orElseThrow(),
            clock.instant()));
    store.prove(call, proven(patient));
    audit.done(
        Act.onPatient(call.organization(), "proven", patient)
            .of("call", call.id().value())
            .with("code"));
    live.changed(Calls.topic(call.organization()));
  }

  private Proven proven(PatientId patient) {
    return Proven.herself(patient, Depth.CONTACT, clock.instant());
  }
}
