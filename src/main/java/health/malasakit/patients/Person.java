package health.malasakit.patients;

import health.malasakit.kernel.PatientId;
import health.malasakit.patients.person.PersonFacts;

/** Facts on their way into rows. */
record Person(PatientId id, PersonFacts facts) {}
