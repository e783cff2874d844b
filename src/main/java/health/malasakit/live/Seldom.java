package health.malasakit.live;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Topics of which a thousand things may happen in a second: told at once after a quiet second, and
 * then once a second as long as it goes on; what happened last is always told.
 */
@Component
class Seldom {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Sender sender;
  private final ConcurrentHashMap<Topic, State> told = new ConcurrentHashMap<>();

  private enum State {
    /** It was told less than a second ago, and nothing happened since. */
    TOLD,
    /** Something happened since. */
    MORE
  }

  Seldom(Sender sender) {
    this.sender = sender;
  }

  /** Hands over without waiting. */
  void send(Set<Topic> topics) {
    topics.forEach(this::happened);
  }

  private void happened(Topic topic) {
    var next = told.compute(topic, (same, before) -> before == null ? State.TOLD : State.MORE);
    if (next == State.TOLD) {
      sender.send(Set.of(topic));
      Thread.ofVirtual().name("live-seldom").start(() -> follow(topic));
    }
  }

  /** As long as it goes on. */
  private void follow(Topic topic) {
    try {
      boolean goesOn = true;
      while (goesOn) {
        Thread.sleep(PAUSE);
        goesOn =
            told.computeIfPresent(topic, (same, state) -> state == State.MORE ? State.TOLD : null)
                != null;
        if (goesOn) {
          sender.send(Set.of(topic));
        }
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }
}
