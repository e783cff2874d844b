package health.malasakit.inquiries.texts;

import health.malasakit.kernel.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * What was done with a text.
 *
 * @param what code: came, replied, taken, returned, answered, message, call_back, done, undone,
 *     reopened
 * @param words of who did it; of what was answered by itself its code
 * @param by empty for a rule
 */
public record TextInStep(String what, String words, Optional<AccountId> by, Instant at) {

  @Override
  public String toString() {
    return "TextInStep[" + what + "]";
  }
}
