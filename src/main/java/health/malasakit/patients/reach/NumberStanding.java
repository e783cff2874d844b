package health.malasakit.patients.reach;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Phone;
import health.malasakit.patients.person.PatientPhone;
import java.time.Instant;
import java.util.Optional;

/**
 * A number to which nothing goes out.
 *
 * @param lastTen its last ten digits
 * @param by who found it out; empty for a job
 */
public record NumberStanding(String lastTen, NumberWord word, Instant at, Optional<AccountId> by) {

  /** Whether it is that number, however it is written. */
  public boolean isOf(Phone phone) {
    return lastTen.equals(PatientPhone.lastTen(phone));
  }

  /** A number belongs to a person. */
  @Override
  public String toString() {
    return "NumberStanding[" + word + "]";
  }
}
