package health.malasakit.messaging.ledger;

import health.malasakit.messaging.Channel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Gateways that do not answer. What is told to one that is silent is in doubt, and each such
 * message is a call for somebody: so after a few in a row nothing is handed over for a minute, then
 * a few try again. Of this process, which is the one that sends.
 */
@Component
class Unanswered {

  static final int IN_A_ROW = 8;
  static final Duration PAUSE = Duration.ofMinutes(1);

  private final Map<Channel, Integer> inARow = new ConcurrentHashMap<>();
  private final Map<Channel, Instant> pauses = new ConcurrentHashMap<>();
  private final Clock clock;

  Unanswered(Clock clock) {
    this.clock = clock;
  }

  /** Until when nothing is handed over that way; empty when anything may be. */
  Optional<Instant> until(Channel channel) {
    return Optional.ofNullable(pauses.get(channel)).filter(until -> until.isAfter(clock.instant()));
  }

  /** One was handed over. */
  void handed(Channel channel, boolean answered) {
    if (answered) {
      inARow.remove(channel);
      pauses.remove(channel);
    } else if (inARow.merge(channel, 1, Integer::sum) >= IN_A_ROW) {
      pauses.put(channel, clock.instant().plus(PAUSE));
    }
  }
}
