package health.malasakit.interop.fhir;

import health.malasakit.kernel.PatientId;
import health.malasakit.patients.Identifier;
import health.malasakit.patients.ImportSource;
import health.malasakit.patients.IncomingPatients;
import health.malasakit.patients.Taken;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Hands Patient and RelatedPerson to patients. */
@Component
class PatientTaker implements Taker {

  private final IncomingPatients patients;
  private final KnownNames names;
  private final ImportStore imports;
  private final Clock clock;

  PatientTaker(IncomingPatients patients, KnownNames names, ImportStore imports, Clock clock) {
    this.patients = patients;
    this.names = names;
    this.imports = imports;
    this.clock = clock;
  }

  @Override
  public Set<String> types() {
    return Set.of(ResourceFields.PATIENT, ResourceFields.RELATED_PERSON);
  }

  @Override
  public Outcome take(Taking taking, Resource resource) {
    return resource instanceof RelatedPerson person
        ? related(taking, person)
        : patient(taking, (Patient) resource);
  }

  private Outcome patient(Taking taking, Patient patient) {
    var numbers = PatientNumbers.of(patient.getIdentifier());
    String id = taking.ownId(patient.getIdPart(), numbers.telling());
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.MAX);
    var incoming = PatientMapping.map(patient, key(taking, id), numbers, today);
    Taken taken = patients.incoming(taking.run().organization(), incoming, source(taking));
    PatientId row = patientOf(taken);
    names.keep(
        taking,
        taking.names(Words.of(patient.getIdPart()), numbers.telling()),
        new Known(Known.Kind.PATIENT, row.value(), id));
    taking.run().tally().dropped(numbers.dropped());
    return touched(taking, taken, row);
  }

  private Outcome related(Taking taking, RelatedPerson person) {
    Known patient = names.patient(taking, person.getPatient(), "RelatedPerson.patient");
    String id = taking.ownId(person.getIdPart(), List.of());
    var incoming = RelatedPersonMapping.map(person, key(taking, id), key(taking, patient.label()));
    Taken taken = patients.incoming(taking.run().organization(), incoming, source(taking));
    return touched(taking, taken, patientOf(taken));
  }

  private Outcome touched(Taking taking, Taken taken, PatientId patient) {
    Outcome outcome =
        switch (taken) {
          case Taken.Created created -> Outcome.CREATED;
          case Taken.Updated updated -> Outcome.UPDATED;
          case Taken.Unchanged unchanged -> Outcome.UNCHANGED;
          case Taken.NotTaken(var why) -> throw why;
        };
    if (outcome != Outcome.UNCHANGED) {
      imports.touch(taking.file(), taking.touch(patient.value(), Optional.of(patient), outcome));
    }
    return outcome;
  }

  private static PatientId patientOf(Taken taken) {
    return switch (taken) {
      case Taken.Created(PatientId patient) -> patient;
      case Taken.Updated(PatientId patient) -> patient;
      case Taken.Unchanged(PatientId patient) -> patient;
      case Taken.NotTaken(var why) -> throw why;
    };
  }

  private static Identifier key(Taking taking, String id) {
    return new Identifier(taking.run().source(), id, Identifier.Kind.SOURCE);
  }

  private static ImportSource source(Taking taking) {
    return new ImportSource(taking.run().source(), taking.run().id());
  }
}
