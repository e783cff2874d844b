package health.malasakit.patients.speaking;

import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.access.records.RecordGate;
import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may speak for a patient, for what, until when. */
@Component
public class Representatives {

  private final RepresentativeStore store;
  private final RecordGate gate;
  private final ClinicDays days;
  private final Audit audit;
  private final Clock clock;

  Representatives(
      RepresentativeStore store, RecordGate gate, ClinicDays days, Audit audit, Clock clock) {
    this.store = store;
    this.gate = gate;
    this.days = days;
    this.audit = audit;
    this.clock = clock;
  }

  /** Records somebody; a name alone proves nothing, so look at {@link NewRepresentative#basis}. */
  @Transactional
  public UUID add(OrganizationId organization, PatientId patient, NewRepresentative one) {
    gate.check(organization, patient, Depth.CONTACT);
    UUID id = store.add(organization, patient, one, clock.instant());
    audit.done(Act.onPatient(organization, "created", patient).of("representative", id));
    return id;
  }

  /** As {@link #add} for a book that is carried over whole: its one line of audit is enough. */
  @Transactional
  public void carry(OrganizationId organization, PatientId patient, NewRepresentative one) {
    store.add(organization, patient, one, clock.instant());
  }

  /** Ends it now; it stays in sight as ended. */
  @Transactional
  public void end(OrganizationId organization, PatientId patient, UUID representative) {
    gate.check(organization, patient, Depth.CONTACT);
    if (!store.end(organization, patient, representative, clock.instant())) {
      throw Refused.notFound("representative.not_found");
    }
    audit.done(Act.onPatient(organization, "ended", patient).of("representative", representative));
  }

  /** Records a court order; it stands above both parents' scopes from its first day. */
  @Transactional
  public void order(OrganizationId organization, PatientId patient, CourtOrder order) {
    gate.check(organization, patient, Depth.CONTACT);
    store.add(organization, patient, order, clock.instant());
    audit.done(Act.onPatient(organization, "created", patient).of("court_order", order.id()));
  }

  /** The orders on file, in force or not. */
  @Transactional(readOnly = true)
  public List<CourtOrder> orders(OrganizationId organization, PatientId patient) {
    return store.orders(organization, patient);
  }

  /**
   * Everybody on file and what each may do now, by the clinic's date. A parent's right ends at
   * midnight of the clinic's zone when the patient comes of age; nobody else hears visits, address
   * or numbers of a patient with safe contact. Nobody speaks for a patient who may not be seen.
   */
  @Transactional(readOnly = true)
  public List<Speaker> speakingFor(OrganizationId organization, PatientId patient) {
    return store
        .subject(organization, patient)
        .map(subject ->
            new SpeakingRules(
                days.today(organization),
                subject.born(),
                store.orders(organization, patient),
                subject.died(),
                subject.safeContact()))
        .map(rules -> store.of(organization, patient).stream().map(rules::speaker).toList())
        .orElse(List.of());
  }
}
