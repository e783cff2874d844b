package health.malasakit.inquiries.messages;

import health.malasakit.access.Role;
import health.malasakit.kernel.AccountId;
import java.time.Instant;

/**
 * What was done with a message.
 *
 * @param what code: taken, read, answered, handed_back, passed, done, reopened
 * @param to whose it was after that
 * @param words the answer or the reason; else empty
 */
public record MessageStep(String what, Role to, String words, AccountId by, Instant at) {

  @Override
  public String toString() {
    return "MessageStep[" + what + "]";
  }
}
