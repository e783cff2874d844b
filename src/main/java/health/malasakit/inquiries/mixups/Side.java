package health.malasakit.inquiries.mixups;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.PatientId;
import java.time.Instant;

/**
 * The line of one of the two persons.
 *
 * @param patient whose page it is on
 * @param right whether it was moved to her; else from her
 * @param what was moved; on the page of the wrong person nothing else of it is said
 * @param undone whether it was moved back at once
 */
public record Side(
    PatientId patient, boolean right, Thing.What what, AccountId by, Instant at, boolean undone) {

  @Override
  public String toString() {
    return "Side[" + what + "]";
  }
}
