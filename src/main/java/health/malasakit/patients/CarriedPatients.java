package health.malasakit.patients;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.patients.person.Facts;
import health.malasakit.patients.person.Written;
import health.malasakit.patients.speaking.Representatives;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Many patients at once, as when a clinic's book is carried over whole. One line of audit for all
 * of them, and no event: whatever reacts to a registration is not called.
 */
@Component
public class CarriedPatients {

  private final PatientStore store;
  private final NameStore names;
  private final ContactStore contacts;
  private final IdentifierStore identifiers;
  private final FactStore facts;
  private final Representatives representatives;
  private final Audit audit;
  private final Clock clock;

  CarriedPatients(
      PatientStore store,
      NameStore names,
      ContactStore contacts,
      IdentifierStore identifiers,
      FactStore facts,
      Representatives representatives,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.names = names;
    this.contacts = contacts;
    this.identifiers = identifiers;
    this.facts = facts;
    this.representatives = representatives;
    this.audit = audit;
    this.clock = clock;
  }

  /** Registers them all, with new ids in the same order; nobody looks for look-alikes. */
  @Transactional
  public List<PatientId> register(OrganizationId organization, List<NewPatient> patients) {
    var people = new ArrayList<Person>();
    for (NewPatient patient : patients) {
      people.add(new Person(PatientId.next(), patient.facts()));
    }
    for (int i = 0; i < people.size(); i++) {
      add(organization, people.get(i), patients.get(i));
    }
    names.add(organization, people);
    contacts.add(organization, people);
    audit.done(
        Act.on(organization, "carried over", "patients", organization.value())
            .with(people.size() + " patients"));
    return people.stream().map(Person::id).toList();
  }

  private void add(OrganizationId organization, Person person, NewPatient patient) {
    var now = clock.instant();
    store.add(organization, person, Written.lines(patient.insuranceSaid()), now);
    patient.identifiers().forEach(number -> identifiers.add(organization, person.id(), number));
    patient.responsible().ifPresent(a -> representatives.carry(organization, person.id(), a));
    facts.setSources(
        Whose.now(organization, person.id(), patient.source(), now),
        Facts.byField(person.facts()).keySet());
  }
}
