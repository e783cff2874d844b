package health.malasakit.inquiries.spoken;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.scheduling.told.LiveContacts;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A patient was spoken with when she was proven in a call that was hers who did it. */
@Component
class PatientsSpokenWith implements LiveContacts {

  private final SpokenStore store;

  PatientsSpokenWith(SpokenStore store) {
    this.store = store;
  }

  @Override
  @Transactional(readOnly = true)
  public boolean spoke(
      OrganizationId organization, PatientId patient, AccountId account, Instant at) {
    return store.spoke(organization, patient, account, at);
  }
}
