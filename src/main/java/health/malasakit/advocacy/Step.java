package health.malasakit.advocacy;

import health.malasakit.kernel.AccountId;
import java.time.Instant;

/**
 * Something done about a complaint.
 *
 * @param what recorded, taken, noted, answered, named, closed, reopened, misplaced or moved
 * @param detail a code, or the account that is named besides; else empty
 * @param words as typed; else empty
 */
public record Step(String what, String detail, String words, AccountId by, Instant at) {

  @Override
  public String toString() {
    return what;
  }
}
