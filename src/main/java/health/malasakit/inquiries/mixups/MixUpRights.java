package health.malasakit.inquiries.mixups;

import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.access.records.RecordGate;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.patients.Patients;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who may move what, between whom. */
@Component
class MixUpRights {

  private final Patients patients;
  private final RecordGate gate;

  MixUpRights(Patients patients, RecordGate gate) {
    this.patients = patients;
    this.gate = gate;
  }

  /** Whoever may not change a thing moves it to nobody. */
  void require(OrganizationId clinic, Thing thing) {
    var object =
        switch (thing.what()) {
          case CALL, CALL_BACK, EMERGENCY -> "calls";
          case VISIT -> "appointments";
          case MESSAGE -> "messages";
          case PROMISE -> "promises";
        };
    var verb =
        switch (thing.what()) {
          case CALL, CALL_BACK, EMERGENCY, VISIT -> Verb.UPDATE;
          case MESSAGE, PROMISE -> Verb.CREATE;
        };
    if (!Scopes.current().may(clinic, object, verb)) {
      throw Refused.denied("mixup.right");
    }
  }

  /** There, of this clinic, and open to whoever asks. */
  void requireOpen(OrganizationId clinic, PatientId patient) {
    var card = patients.cards(List.of(patient)).get(patient);
    if (card == null || !card.organization().equals(clinic)) {
      throw Patients.notFound();
    }
    gate.check(clinic, patient, Depth.BOOKING);
  }
}
