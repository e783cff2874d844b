package health.malasakit.scheduling.load;

import static org.awaitility.Awaitility.await;

import health.malasakit.Client;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.core.ConditionTimeoutException;

/** People at several nodes: what one does not answer is asked of the next, until one does. */
final class Screens {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration AGAIN_AFTER = Duration.ofMillis(50);
  private static final Set<Integer> AGAIN = Set.of(0, 502, 503, 507);

  private final List<List<Client>> people;
  private final Set<Integer> statuses = ConcurrentHashMap.newKeySet();

  /** Of each person, one screen for each node. */
  Screens(List<List<Client>> people) {
    this.people = List.copyOf(people);
  }

  int people() {
    return people.size();
  }

  Client first(int node) {
    return people.getFirst().get(node);
  }

  /** What was answered so far; 0 when there was no answer. */
  Set<Integer> statuses() {
    return Set.copyOf(statuses);
  }

  /** What one of them is answered in the end. */
  Client.Answer asked(int person, String path, String body) {
    var turn = new AtomicInteger(person);
    var taken = new AtomicReference<Client.Answer>();
    if (!answered(person, turn, screen -> screen.json(path, body), taken)) {
      untilAnswered(() -> answered(person, turn, screen -> screen.json(path, body), taken));
    }
    return taken.get();
  }

  /** What one of them reads in the end. */
  Client.Answer read(int person, String path) {
    var turn = new AtomicInteger(person);
    var taken = new AtomicReference<Client.Answer>();
    untilAnswered(() -> answered(person, turn, screen -> screen.get(path), taken));
    return taken.get();
  }

  private void untilAnswered(java.util.concurrent.Callable<Boolean> answered) {
    try {
      await().atMost(PATIENCE).pollInterval(AGAIN_AFTER).until(answered);
    } catch (ConditionTimeoutException never) {
      throw new IllegalStateException("Nobody answers; so far " + statuses, never);
    }
  }

  private boolean answered(
      int person,
      AtomicInteger turn,
      java.util.function.Function<Client, Client.Answer> ask,
      AtomicReference<Client.Answer> taken) {
    var nodes = people.get(person);
    try {
      taken.set(ask.apply(nodes.get(turn.getAndIncrement() % nodes.size())));
    } catch (UncheckedIOException | AssertionError noAnswer) {
      statuses.add(0);
      return false;
    }
    statuses.add(taken.get().status());
    return !AGAIN.contains(taken.get().status());
  }
}
