package health.malasakit.messaging.texts;

import java.time.Duration;
import java.time.Instant;

/**
 * A text as the ledger has it.
 *
 * @param reason code of why it is refused or in doubt; empty otherwise
 * @param since when it came to stand so
 */
public record SentText(TextId id, TextState state, String reason, Instant since) {

  /** No gateway is waited for so long: whoever waited is gone. */
  static final Duration SENDING_MAX = Duration.ofMinutes(1);

  static final String INTERRUPTED = "interrupted";
  private static final String UNREACHABLE = "unreachable";

  /** Nothing left this machine, or the gateway had too many at once: the same may go later. */
  boolean mayBeTriedAgain() {
    return state == TextState.REFUSED
        && (reason.equals(UNREACHABLE) || WhyDeclined.of(reason) == WhyDeclined.BUSY);
  }

  /** As it is at this moment: a sending that nobody saw the end of is in doubt. */
  SentText at(Instant now) {
    return state == TextState.SENDING && since.plus(SENDING_MAX).isBefore(now)
        ? new SentText(id, TextState.IN_DOUBT, INTERRUPTED, since)
        : this;
  }
}
