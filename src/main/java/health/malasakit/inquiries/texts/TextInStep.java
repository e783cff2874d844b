package health.malasakit.inquiries.texts;

import health.malasakit.kernel.AccountId;
import health.malasakit.messaging.texts.SentText;
import java.time.Instant;
import java.util.Optional;

/**
 * What was done with a text.
 *
 * @param what code: came, closed (the number), replied, taken, returned, answered, message,
 *     call_back, done, undone, reopened; unheard and arrived of a person's answer, reply_unheard of
 *     one by itself
 * @param words of who did it; of what was answered by itself its code; of what was not heard how
 *     that answer stands, and the code of why
 * @param by empty for a rule
 */
public record TextInStep(String what, String words, Optional<AccountId> by, Instant at) {

  /** It closed the number that it came from. */
  static final String CLOSED = "closed";

  /** A person's answer did not reach her, or nobody knows. */
  public static final String UNHEARD = "unheard";

  /** So does not the answer by itself. */
  public static final String REPLY_UNHEARD = "reply_unheard";

  /** What a person answered reached the gateway after all. */
  static final String ARRIVED = "arrived";

  /** So did an answer by itself. */
  static final String REPLY_ARRIVED = "reply_arrived";

  static String words(SentText sent) {
    return sent.state().code() + " " + sent.reason();
  }

  /** Whether it is what closed the number at that moment, and nothing later did. */
  public boolean closes(Instant closed) {
    return what.equals(CLOSED) && !at.isBefore(closed);
  }

  @Override
  public String toString() {
    return "TextInStep[" + what + "]";
  }
}
