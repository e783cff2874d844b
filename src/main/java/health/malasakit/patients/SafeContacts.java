package health.malasakit.patients;

import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.access.records.RecordGate;
import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The only way in which a patient in danger may be reached. */
@Component
public class SafeContacts {

  private final SafeContactStore store;
  private final PatientStore patients;
  private final PatientFiles files;
  private final RecordGate gate;
  private final Audit audit;
  private final Clock clock;

  SafeContacts(
      SafeContactStore store,
      PatientStore patients,
      PatientFiles files,
      RecordGate gate,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.patients = patients;
    this.files = files;
    this.gate = gate;
    this.audit = audit;
    this.clock = clock;
  }

  /** From now on only these numbers, addresses, hours and words. None at all: never contact her. */
  @Transactional
  public void set(OrganizationId organization, PatientId patient, SafeContact safe) {
    boolean adds = !safe.phones().isEmpty() || !safe.emails().isEmpty();
    gate.check(organization, patient, adds ? Depth.CONTACT : Depth.RECORD);
    int version = touch(organization, patient);
    store.set(organization, patient, safe, clock.instant());
    remember(organization, patient, version, "set");
  }

  /** Any way is safe again. */
  @Transactional
  public void remove(OrganizationId organization, PatientId patient) {
    gate.check(organization, patient, Depth.CONTACT);
    int version = touch(organization, patient);
    store.remove(organization, patient);
    remember(organization, patient, version, "removed");
  }

  /** Whether this number or e-mail may be used for her at that moment; the database decides. */
  @Transactional(readOnly = true)
  public boolean mayContact(
      OrganizationId organization, PatientId patient, String numberOrEmail, Instant at) {
    return store.mayContact(organization, patient, numberOrEmail, at);
  }

  private int touch(OrganizationId organization, PatientId patient) {
    return patients.touch(organization, patient).orElseThrow(Patients::notFound);
  }

  /** The history says that it changed, and never to which number. */
  private void remember(OrganizationId organization, PatientId patient, int version, String what) {
    var whose = Whose.now(organization, patient, FactSource.PERSON, clock.instant());
    files.remember(
        whose,
        new FactChange(version, "safe_contact", "", what, whose.source(), whose.at(), whose.by()));
    audit.done(Act.onPatient(organization, "changed", patient).with("safe_contact"));
  }
}
