package health.malasakit.scheduling.told;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.time.Instant;

/** Says who was spoken with; the module that has the calls answers. */
public interface LiveContacts {

  /** Whether this person spoke at that moment with the patient herself, who was proven. */
  boolean spoke(OrganizationId organization, PatientId patient, AccountId account, Instant at);
}
