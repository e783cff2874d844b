package health.malasakit.patients;

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
  private final PatientStore patients;
  private final SafeContactStore safeContacts;
  private final ClinicDays days;
  private final Audit audit;
  private final Clock clock;

  Representatives(
      RepresentativeStore store,
      PatientStore patients,
      SafeContactStore safeContacts,
      ClinicDays days,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.patients = patients;
    this.safeContacts = safeContacts;
    this.days = days;
    this.audit = audit;
    this.clock = clock;
  }

  /** Records somebody; a name alone proves nothing, so look at {@link NewRepresentative#basis}. */
  @Transactional
  public UUID add(OrganizationId organization, PatientId patient, NewRepresentative one) {
    UUID id = store.add(organization, patient, one, clock.instant());
    audit.done(Act.onPatients(organization, "created", "representative", id, patient));
    return id;
  }

  /** Ends it now; it stays in sight as ended. */
  @Transactional
  public void end(OrganizationId organization, UUID representative) {
    PatientId patient =
        store
            .end(organization, representative, clock.instant())
            .orElseThrow(() ->
                Refused.notFound(
                    "representative.not_found", "There is nobody here whose right could end."));
    audit.done(Act.onPatients(organization, "ended", "representative", representative, patient));
  }

  /** Records a court order; it stands above both parents' scopes from its first day. */
  @Transactional
  public void order(OrganizationId organization, PatientId patient, CourtOrder order) {
    store.add(organization, patient, order, clock.instant());
    audit.done(Act.onPatients(organization, "created", "court_order", order.id(), patient));
  }

  /** The orders on file, in force or not. */
  @Transactional(readOnly = true)
  public List<CourtOrder> orders(OrganizationId organization, PatientId patient) {
    return store.orders(organization, patient);
  }

  /**
   * Everybody on file and what each may do now, by the clinic's date. A parent's right ends at
   * midnight of the clinic's zone when the patient comes of age; nobody else hears visits, address
   * or numbers of a patient with safe contact.
   */
  @Transactional(readOnly = true)
  public List<Speaker> speakingFor(OrganizationId organization, PatientId patient) {
    PatientRow row = patients.find(organization, patient).orElseThrow(Patients::notFound);
    var rules =
        new SpeakingRules(
            days.today(organization),
            row.born(),
            days.ageOfMajority(organization),
            store.orders(organization, patient),
            safeContacts.find(organization, patient).isPresent());
    return store.of(organization, patient).stream().map(rules::speaker).toList();
  }
}
