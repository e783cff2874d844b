package health.malasakit.inquiries.redflags;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.gate.CallerChecks;
import health.malasakit.inquiries.gate.Proven;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * About whom an emergency is. A caller who was proven as the patient herself, and for nobody else,
 * is the one it is about; anything else somebody says: who speaks for a patient may be the one who
 * needs help.
 */
@Component
public class EmergencyPatients {

  private final EmergencyStore store;
  private final Calls calls;
  private final CallerChecks checks;
  private final Audit audit;

  EmergencyPatients(EmergencyStore store, Calls calls, CallerChecks checks, Audit audit) {
    this.store = store;
    this.calls = calls;
    this.checks = checks;
    this.audit = audit;
  }

  /** For whom the caller of its call was proven, the latest first; none when there was no call. */
  @Transactional(readOnly = true)
  public List<PatientId> proven(Emergency one) {
    return provenIn(one.organization(), one.call().map(CallId::new)).stream()
        .map(Proven::patient)
        .toList();
  }

  /** Emergencies that were about her, the newest first; 50 at most. */
  @Transactional(readOnly = true)
  public List<Emergency> of(OrganizationId organization, PatientId patient) {
    return store.ofPatient(organization, patient);
  }

  /** Whom a call is about when nobody has to be asked. */
  Optional<PatientId> plain(OrganizationId organization, Optional<CallId> call) {
    var proven = provenIn(organization, call);
    return Optional.of(proven)
        .filter(all -> all.size() == 1)
        .map(List::getFirst)
        .filter(one -> one.herself())
        .map(Proven::patient);
  }

  private List<Proven> provenIn(OrganizationId organization, Optional<CallId> call) {
    return call.map(id -> checks.of(calls.get(organization, id)).proven()).orElse(List.of());
  }

  /** Somebody was proven in this call: what was said of no one yet is about her. */
  @Transactional
  public void settle(Call call) {
    plain(call.organization(), Optional.of(call.id()))
        .ifPresent(patient ->
            store.inCall(call.organization(), call.id()).stream()
                .filter(one -> one.patient().isEmpty())
                .forEach(one -> give(one, patient)));
  }

  /**
   * Somebody says whom it is about.
   *
   * @throws Refused invalid, code {@code emergency.patient}, for whom no caller was proven in its
   *     call; not found, code {@code emergency.none}
   */
  @Transactional
  public void say(OrganizationId organization, EmergencyId id, PatientId patient) {
    var one = store.find(organization, id).orElseThrow(Emergency::unknown);
    if (!proven(one).contains(patient)) {
      throw Refused.invalid("emergency.patient");
    }
    if (one.patient().filter(patient::equals).isEmpty()) {
      give(one, patient);
    }
  }

  void give(Emergency one, PatientId patient) {
    store.about(one, patient);
    audit.done(
        Act.onPatient(one.organization(), "changed", patient)
            .of("emergency", one.id().value())
            .with("patient"));
  }
}
