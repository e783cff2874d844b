package health.malasakit.patients;

import health.malasakit.kernel.PatientId;

/** Facts on their way into rows. */
record Person(PatientId id, PersonFacts facts) {}
