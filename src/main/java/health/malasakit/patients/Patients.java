package health.malasakit.patients;

import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.access.records.RecordGate;
import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.patients.person.Facts;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.patients.speaking.Representatives;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The patients of the clinics in scope. */
@Component
public class Patients {

  private final PatientStore store;
  private final PatientFiles files;
  private final Representatives representatives;
  private final RecordGate gate;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Patients(
      PatientStore store,
      PatientFiles files,
      Representatives representatives,
      RecordGate gate,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.files = files;
    this.representatives = representatives;
    this.gate = gate;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Registers a patient.
   *
   * @throws Refused conflict, code {@code patient.identifier_taken}, when a record number belongs
   *     to somebody else
   */
  @Transactional
  public PatientId register(OrganizationId organization, NewPatient patient) {
    return register(organization, patient, Optional.empty());
  }

  /** The same of whom somebody described in a contact, as {@code InContact} names it. */
  @Transactional
  public PatientId register(
      OrganizationId organization, NewPatient patient, Optional<UUID> contact) {
    PatientId id = PatientId.next();
    var whose = Whose.now(organization, id, patient.source(), clock.instant());
    files.add(whose, patient);
    patient.responsible().ifPresent(adult -> representatives.add(organization, id, adult));
    audit.done(Act.onPatient(organization, "created", id));
    events.publishEvent(new PatientRegistered(organization, id, contact));
    return id;
  }

  /** All facts, or nothing when she is not there or not to be seen from here. Writes no audit. */
  @Transactional(readOnly = true)
  public Optional<Patient> find(OrganizationId organization, PatientId patient) {
    return files.find(organization, patient);
  }

  /**
   * As {@link #find} for a person who looks: written into the audit.
   *
   * @throws Refused not found, code {@code patient.not_found}; denied, code {@code restricted},
   *     when the record opens only by break-glass
   */
  @Transactional
  public Patient open(OrganizationId organization, PatientId patient) {
    return open(organization, patient, Depth.RECORD);
  }

  /**
   * As {@link #open} for no more of her record than is asked for, while a caller is on the line.
   */
  @Transactional
  public Patient open(OrganizationId organization, PatientId patient, Depth depth) {
    Patient found = files.find(organization, patient).orElseThrow(Patients::notFound);
    gate.check(organization, patient, depth);
    audit.opened(organization, patient);
    return found;
  }

  /** What lists show, of those that are there and may be seen; at most 1000. Writes no audit. */
  @Transactional(readOnly = true)
  public Map<PatientId, PatientCard> cards(Collection<PatientId> patients) {
    Set<OrganizationId> organizations = Scopes.current().organizations();
    return store.cards(organizations, patients).stream()
        .collect(Collectors.toMap(PatientCard::id, card -> card));
  }

  /**
   * Corrects facts. Each changed field goes into the history, and from then on stands against
   * files.
   *
   * @param seen the version that the person saw when she began
   * @throws Refused not found, code {@code patient.not_found}; denied, code {@code
   *     contact-during-call}, when a caller who was not rung at a number on file wants another
   *     number, e-mail or address
   */
  @Transactional
  public Edited correct(
      OrganizationId organization, PatientId patient, int seen, PersonFacts facts) {
    return correct(organization, patient, new Correction(seen, facts, Set.of()));
  }

  /** The same of a person whose form says which fields she touched. */
  @Transactional
  public Edited correct(OrganizationId organization, PatientId patient, Correction wanted) {
    Patient now = files.find(organization, patient).orElseThrow(Patients::notFound);
    var reached = Facts.differing(now.facts(), wanted.facts()).stream().anyMatch(Facts::isContact);
    gate.check(organization, patient, reached ? Depth.CONTACT : Depth.RECORD);
    var whose = Whose.now(organization, patient, FactSource.PERSON, clock.instant());
    if (now.version() != wanted.seen()) {
      return Meanwhile.of(now, files.changes(now, wanted.seen()), wanted);
    }
    Set<String> fields = files.correct(whose, now, wanted.facts());
    if (fields.isEmpty()) {
      return new Edited.Saved(now);
    }
    audit.done(Act.onPatient(organization, "changed", patient).with(String.join(", ", fields)));
    events.publishEvent(new PatientChanged(organization, patient));
    return new Edited.Saved(files.find(organization, patient).orElseThrow(Patients::notFound));
  }

  /**
   * The newest 200 changes, newest first. Who may not correct her is told that a number or an
   * e-mail was changed, not from what to what.
   */
  @Transactional(readOnly = true)
  public List<FactChange> history(OrganizationId organization, PatientId patient) {
    boolean corrects = Scopes.current().may(organization, "patients", Verb.UPDATE);
    return files.history(organization, patient).stream()
        .map(
            change -> corrects || !Facts.isNumberOrEmail(change.field()) ? change : change.untold())
        .toList();
  }

  /**
   * The patient whom an address names.
   *
   * @throws Refused not found, code {@code patient.not_found}, also when it is no id at all
   */
  public static PatientId named(String address) {
    try {
      return PatientId.of(address);
    } catch (Refused notAnId) {
      throw notFound();
    }
  }

  /** The one answer to who is not there, not of this clinic, or not to be seen. */
  public static Refused notFound() {
    return Refused.notFound("patient.not_found");
  }
}
