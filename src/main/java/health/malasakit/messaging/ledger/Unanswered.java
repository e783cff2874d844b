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
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final Duration PAUSE_MAX = Duration.ofMinutes(15);

  private final Map<Channel, Integer> inARow = new ConcurrentHashMap<>();
  private final Map<Channel, Instant> pauses = new ConcurrentHashMap<>();
  private final Map<Channel, Duration> lengths = new ConcurrentHashMap<>();
  private final Clock clock;

  Unanswered(Clock clock) {
    this.clock = clock;
  }

  /** Until when nothing is handed over that way; empty when anything may be. */
  Optional<Instant> until(Channel channel) {
    return Optional.ofNullable(pauses.get(channel)).filter(until -> until.isAfter(clock.instant()));
  }

  /** One was handed over. */
  synchronized void handed(Channel channel, boolean answered) {
    if (answered) {
      inARow.remove(channel);
      pauses.remove(channel);
      lengths.remove(channel);
    } else if (inARow.merge(channel, 1, Integer::sum) >= IN_A_ROW && until(channel).isEmpty()) {
      var length = lengths.merge(channel, PAUSE, (last, first) -> atMost(last.plus(last)));
      pauses.put(channel, clock.instant().plus(length));
    }
  }

  private static Duration atMost(Duration length) {
    return length.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : length;
  }
}
