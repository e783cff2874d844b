package health.malasakit.scheduling;

import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.WallTime;

/** A time that somebody wants for a patient. */
public record TimeWanted(PatientId patient, Hold.Where where, WallTime start) {}
