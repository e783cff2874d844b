package health.malasakit.inquiries.outbound;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody to be called.
 *
 * @param owner who calls; empty: anybody of the clinic
 * @param dueAt until when
 */
public record NewCallBack(
    OrganizationId organization,
    PatientId patient,
    Matter matter,
    CallBack.Source source,
    Optional<AccountId> owner,
    Instant dueAt,
    Optional<Wish> wish) {

  @Override
  public String toString() {
    return "NewCallBack[" + organization + "]";
  }
}
