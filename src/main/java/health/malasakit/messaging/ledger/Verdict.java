package health.malasakit.messaging.ledger;

import health.malasakit.messaging.Basis;
import health.malasakit.messaging.Channel;
import java.time.Instant;

/** What becomes of a line that is due. */
sealed interface Verdict {

  /** It may go, there and on that ground. */
  record Go(Outward.Told told, Recipient.Reach reach, Basis basis) implements Verdict {

    @Override
    public String toString() {
      return "Go";
    }
  }

  /** It may go then, by that channel. */
  record Wait(Instant until, Channel channel, String why) implements Verdict {}

  /** There is nothing to tell any more. */
  record Over(String why) implements Verdict {}

  /** She may not be told, by no channel. */
  record No(String why) implements Verdict {}

  /** She may be told, by another channel. */
  record Other(Channel channel) implements Verdict {}
}
