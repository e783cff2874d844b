package health.malasakit.scheduling.load;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Something happens while people book; they go on until each group has booked as many again. */
public final class Meanwhile {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Of two cores the common pool has one thread, for which the second group would wait. */
  private static final Executor EACH = work -> Thread.ofVirtual().start(work);

  private Meanwhile() {}

  /** What happens. */
  @FunctionalInterface
  public interface Act {
    void run() throws Exception;
  }

  /**
   * Lets all of them book, then something happen, then all of them book as much again.
   *
   * @param before how many bookings of each come before it and after it
   */
  public static void happens(int before, Act act, Bookings... groups) throws Exception {
    var over = new AtomicBoolean();
    var working =
        Stream.of(groups)
            .map(group -> CompletableFuture.runAsync(() -> group.bookUntil(over::get), EACH))
            .toList();
    try {
      counted(before, counts(groups), working, groups);
      Stream.of(groups).forEach(group -> group.pauses().begin());
      act.run();
      counted(before, counts(groups), working, groups);
    } finally {
      over.set(true);
    }
    working.forEach(CompletableFuture::join);
  }

  private static void counted(
      int more, List<Integer> before, List<CompletableFuture<Void>> working, Bookings... groups) {
    await()
        .atMost(PATIENCE)
        .until(() ->
            working.stream().anyMatch(CompletableFuture::isDone)
                || IntStream.range(0, groups.length)
                    .allMatch(n -> groups[n].pauses().count() >= before.get(n) + more));
  }

  private static List<Integer> counts(Bookings... groups) {
    return Stream.of(groups).map(group -> group.pauses().count()).toList();
  }
}
