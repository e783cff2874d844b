package health.malasakit.patients;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.patients.person.Facts;
import health.malasakit.patients.person.PersonFacts;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Patients from files. Loading twice changes nothing; what a file does not say erases nothing; what
 * a person corrected here survives, and the difference stands until both agree. Writes no audit: an
 * import writes one line per file.
 */
@Component
public class IncomingPatients {

  private final PatientFiles files;
  private final LifeStore lives;
  private final RelatedPersonStore related;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  IncomingPatients(
      PatientFiles files,
      LifeStore lives,
      RelatedPersonStore related,
      ApplicationEventPublisher events,
      Clock clock) {
    this.files = files;
    this.lives = lives;
    this.related = related;
    this.events = events;
    this.clock = clock;
  }

  /** Takes a patient in, or says why not; then nothing of her was kept. */
  @Transactional
  public Taken incoming(OrganizationId organization, IncomingPatient incoming, ImportSource file) {
    Optional<PatientId> known = files.owner(organization, incoming.key());
    for (Identifier number : incoming.identifiers()) {
      Optional<PatientId> owner = files.owner(organization, number);
      if (owner.isPresent() && known.isPresent() && !owner.equals(known)) {
        return new Taken.NotTaken(taken());
      }
      known = known.or(() -> number.kind() == Identifier.Kind.MRN ? owner : Optional.empty());
    }
    return known
        .map(patient -> update(organization, patient, incoming, file))
        .orElseGet(() -> create(organization, incoming, file));
  }

  /** The patient whom a system calls so. */
  @Transactional(readOnly = true)
  public Optional<PatientId> known(OrganizationId organization, Identifier key) {
    return files.owner(organization, key);
  }

  /** Takes somebody near a patient in; she has no right until a person saw proof. */
  @Transactional
  public Taken incoming(
      OrganizationId organization, IncomingRelatedPerson person, ImportSource file) {
    return files
        .owner(organization, person.patient())
        .map(patient -> related.put(organization, patient, person, clock.instant()))
        .orElseGet(() -> new Taken.NotTaken(Refused.invalid("related_person.patient_unknown")));
  }

  private Taken create(OrganizationId organization, IncomingPatient incoming, ImportSource file) {
    PatientId id = PatientId.next();
    var whose = whose(organization, id, file);
    files.add(
        whose,
        new NewPatient(incoming.facts(), numbers(incoming), "", Optional.empty(), file.system()));
    die(whose, incoming, new Deceased.No());
    events.publishEvent(new PatientRegistered(organization, id, Optional.empty()));
    return new Taken.Created(id);
  }

  private Taken update(
      OrganizationId organization, PatientId id, IncomingPatient incoming, ImportSource file) {
    Optional<Patient> seen = files.find(organization, id);
    if (seen.isEmpty()) {
      return new Taken.NotTaken(taken());
    }
    Patient now = seen.get();
    var whose = whose(organization, id, file);
    boolean news = false;
    for (Identifier number : numbers(incoming)) {
      news |= files.identify(whose, number);
    }
    news |= !files.correct(whose, now, merged(whose, now, incoming.facts())).isEmpty();
    news |= die(whose, incoming, now.deceased());
    if (!news) {
      return new Taken.Unchanged(id);
    }
    events.publishEvent(new PatientChanged(organization, id));
    return new Taken.Updated(id);
  }

  /**
   * Ours, with all that the file says and no person has corrected. Of what a person corrected only
   * other words are a difference to tell the clinic; the parts they stand in are hers.
   */
  private PersonFacts merged(Whose whose, Patient now, PersonFacts theirs) {
    PersonFacts merged = now.facts();
    Map<String, String> ours = Facts.byField(now.facts());
    Set<String> differing = Facts.differing(now.facts(), theirs);
    Set<String> agreed = new HashSet<>();
    for (Map.Entry<String, String> said : Facts.byField(theirs).entrySet()) {
      String field = said.getKey();
      boolean corrected = correctedHere(now, field);
      boolean sameWords = Objects.equals(ours.get(field), said.getValue());
      if (!differing.contains(field) || (corrected && sameWords)) {
        agreed.add(field);
      } else if (corrected) {
        files.differ(
            whose,
            new Difference(
                field, ours.getOrDefault(field, ""), said.getValue(), whose.source(), whose.at()));
      } else {
        merged = Facts.take(merged, field, theirs);
      }
    }
    files.agree(whose, agreed);
    return merged;
  }

  private static boolean correctedHere(Patient now, String field) {
    FactSource source = now.sources().get(field);
    return source != null && source.source().equals(FactSource.PERSON);
  }

  /** A file's word of a death counts as known; a file that is silent brings nobody back. */
  private boolean die(Whose whose, IncomingPatient incoming, Deceased before) {
    if (!incoming.deceased() || before instanceof Deceased.Known) {
      return false;
    }
    lives.set(
        whose.organization(),
        whose.patient(),
        new Deceased.Known(incoming.deceasedOn(), whose.at()));
    events.publishEvent(new PatientDied(whose.organization(), whose.patient()));
    return true;
  }

  private Whose whose(OrganizationId organization, PatientId patient, ImportSource file) {
    return Whose.now(organization, patient, file.system(), clock.instant()).from(file);
  }

  private static List<Identifier> numbers(IncomingPatient incoming) {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(incoming.key()), incoming.identifiers().stream())
        .distinct()
        .toList();
  }

  private static Refused taken() {
    return Refused.conflict("patient.identifier_taken");
  }
}
