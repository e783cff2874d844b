package health.malasakit.audit;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** A kind of work that explains why a record was opened: a call, an item, a visit. */
public interface WorkReason {

  /** Which of these patients had such work in this time; one question for all of them. */
  Set<PatientId> hadReason(
      OrganizationId organization, Collection<PatientId> patients, Instant from, Instant to);
}
