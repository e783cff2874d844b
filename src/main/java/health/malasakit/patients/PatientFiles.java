package health.malasakit.patients;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.patients.person.Facts;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.patients.person.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A patient's rows as one: put together, taken apart, and changed with their history. */
@Component
class PatientFiles {

  private final PatientStore store;
  private final NameStore names;
  private final ContactStore contacts;
  private final ContactReadStore contactReads;
  private final IdentifierStore identifiers;
  private final FactStore facts;
  private final SafeContactStore safeContacts;

  PatientFiles(
      PatientStore store,
      NameStore names,
      ContactStore contacts,
      ContactReadStore contactReads,
      IdentifierStore identifiers,
      FactStore facts,
      SafeContactStore safeContacts) {
    this.store = store;
    this.names = names;
    this.contacts = contacts;
    this.contactReads = contactReads;
    this.identifiers = identifiers;
    this.facts = facts;
    this.safeContacts = safeContacts;
  }

  void add(Whose whose, NewPatient patient) {
    var person = new Person(whose.patient(), patient.facts());
    store.add(whose.organization(), person, Written.lines(patient.insuranceSaid()), whose.at());
    names.add(whose.organization(), List.of(person));
    contacts.add(whose.organization(), List.of(person));
    patient.identifiers().forEach(identifier -> identify(whose, identifier));
    facts.setSources(whose, Facts.byField(patient.facts()).keySet());
  }

  /** Adds a number; one she has already is no news. True when it was. */
  boolean identify(Whose whose, Identifier identifier) {
    if (identifiers.add(whose.organization(), whose.patient(), identifier)) {
      return true;
    }
    if (identifiers.owner(whose.organization(), identifier).equals(Optional.of(whose.patient()))) {
      return false;
    }
    throw Refused.conflict("patient.identifier_taken/record_number").onField("mrn");
  }

  Optional<Patient> find(OrganizationId organization, PatientId patient) {
    return store.find(organization, patient).map(row -> together(organization, row));
  }

  Optional<PatientId> owner(OrganizationId organization, Identifier identifier) {
    return identifiers.owner(organization, identifier);
  }

  List<FactChange> changes(Patient now, int sinceVersion) {
    return facts.changes(now.organization(), now.id(), sinceVersion);
  }

  List<FactChange> history(OrganizationId organization, PatientId patient) {
    return facts.changes(organization, patient, 0);
  }

  /** The fields that changed, all now on this word. */
  Set<String> correct(Whose whose, Patient now, PersonFacts next) {
    Set<String> changed = Facts.differing(now.facts(), next);
    if (changed.isEmpty()) {
      return changed;
    }
    var person = new Person(now.id(), next);
    if (!store.update(whose.organization(), person, now.version())) {
      throw Refused.conflict("patient.changed_meanwhile");
    }
    write(whose, person, changed);
    remember(whose, now, next, changed);
    settle(whose, now, next);
    return changed;
  }

  /** A difference between what a person corrected and what a file says. */
  void differ(Whose whose, Difference difference) {
    facts.setDifference(whose, difference);
  }

  void agree(Whose whose, Set<String> fields) {
    facts.agree(whose.organization(), whose.patient(), fields);
  }

  void remember(Whose whose, FactChange change) {
    facts.addChange(whose, change);
  }

  private void write(Whose whose, Person person, Set<String> changed) {
    if (touches(changed, "name.") || changed.contains("birth_date")) {
      names.replace(whose.organization(), person);
    }
    if (touches(changed, "address.")
        || touches(changed, "phone.")
        || touches(changed, "email.")
        || changed.contains("languages")) {
      contacts.replace(whose.organization(), person);
    }
  }

  private void remember(Whose whose, Patient now, PersonFacts next, Set<String> changed) {
    facts.setSources(whose, changed);
    Map<String, String> before = Facts.byField(now.facts());
    Map<String, String> after = Facts.byField(next);
    for (String field : changed) {
      facts.addChange(
          whose,
          new FactChange(
              now.version() + 1,
              field,
              before.getOrDefault(field, ""),
              after.getOrDefault(field, ""),
              whose.source(),
              whose.at(),
              whose.by()));
    }
  }

  /** A difference ends when a correction gives the clinic's file its way. */
  private void settle(Whose whose, Patient now, PersonFacts next) {
    Map<String, String> after = Facts.byField(next);
    var agreed = new ArrayList<String>();
    for (Difference difference : now.differences()) {
      if (difference.theirs().equals(after.getOrDefault(difference.field(), ""))) {
        agreed.add(difference.field());
      }
    }
    facts.agree(whose.organization(), whose.patient(), agreed);
  }

  private static boolean touches(Set<String> fields, String prefix) {
    return fields.stream().anyMatch(field -> field.startsWith(prefix));
  }

  private Patient together(OrganizationId organization, PatientRow row) {
    PatientId id = row.id();
    var known =
        new PersonFacts(
            names.of(organization, id),
            row.born(),
            row.sex(),
            row.genderIdentity(),
            row.pronouns(),
            contactReads.addresses(organization, id),
            contactReads.phones(organization, id),
            contactReads.emails(organization, id),
            contactReads.languages(organization, id),
            row.interpreter(),
            row.accessNeeds(),
            row.zoneId());
    return new Patient(
        organization,
        id,
        row.version(),
        known,
        identifiers.of(organization, id),
        row.deceased(),
        safeContacts.find(organization, id),
        row.insuranceSaid(),
        facts.sources(organization, id),
        facts.differences(organization, id),
        row.registeredAt());
  }
}
