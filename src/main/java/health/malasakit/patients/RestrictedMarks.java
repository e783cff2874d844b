package health.malasakit.patients;

import health.malasakit.kernel.PatientId;
import java.util.Collection;
import java.util.Set;

/** Knows which records show no facts in lists until somebody gives a reason. */
public interface RestrictedMarks {

  /** Those of these patients whose record is restricted for who asks now. */
  Set<PatientId> restrictedAmong(Collection<PatientId> patients);
}
