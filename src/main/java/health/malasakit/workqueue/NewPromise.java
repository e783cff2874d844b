package health.malasakit.workqueue;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A promise about to be made.
 *
 * @param owner who keeps it; whoever makes it unless somebody else is named
 */
public record NewPromise(
    OrganizationId organization,
    Optional<PatientId> patient,
    String words,
    Promise.To to,
    Instant dueAt,
    ZoneId zone,
    AccountId owner) {

  private static final int WORDS_LENGTH_MAX = 500;

  Promise made(AccountId by, Instant now) {
    if (words.isBlank() || words.strip().length() > WORDS_LENGTH_MAX) {
      throw Refused.invalid("promise.words", WORDS_LENGTH_MAX).onField("words");
    }
    return new Promise(
        organization,
        PromiseId.next(),
        patient,
        words.strip(),
        to,
        dueAt,
        zone,
        owner,
        owner.equals(by) ? Optional.of(now) : Optional.empty(),
        new Promise.Status.Open(),
        1);
  }

  @Override
  public String toString() {
    return "NewPromise[" + organization + "]";
  }
}
