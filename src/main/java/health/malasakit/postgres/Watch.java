package health.malasakit.postgres;

import health.malasakit.kernel.Sentences;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after the server of a home: when it dies it is started again, a few times. */
final class Watch {

  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

  /**
   * How much is tried.
   *
   * @param lookEvery how soon a death is seen
   * @param tries after so many the watch gives up
   * @param firstPause after the first try that failed; it doubles with each
   * @param forgottenAfter a server that lived so long has all its tries again
   */
  record Patience(Duration lookEvery, int tries, Duration firstPause, Duration forgottenAfter) {

    static final Patience STANDARD =
        new Patience(Duration.ofMillis(200), 5, Duration.ofSeconds(1), Duration.ofMinutes(1));
  }

  private final Patience patience;
  private final BooleanSupplier alive;
  private final Runnable start;
  private final CountDownLatch ending = new CountDownLatch(1);
  private final Thread thread;
  private volatile boolean restarting;

  /**
   * Begins to watch.
   *
   * @param start starts the server again or throws {@link DatabaseRefused}
   * @param gaveUp told once, with the reason, when no try is left
   */
  Watch(
      Patience patience, BooleanSupplier alive, Runnable start, Consumer<DatabaseRefused> gaveUp) {
    this.patience = patience;
    this.alive = alive;
    this.start = start;
    this.thread = Thread.ofPlatform().daemon().name("watch-postgres").start(() -> watch(gaveUp));
  }

  boolean restarting() {
    return restarting;
  }

  private void watch(Consumer<DatabaseRefused> gaveUp) {
    try {
      var tries = 0;
      var since = System.nanoTime();
      while (!ending.await(patience.lookEvery.toNanos(), TimeUnit.NANOSECONDS)) {
        if (alive.getAsBoolean()) {
          continue;
        }
        restarting = true;
        tries = System.nanoTime() - since > patience.forgottenAfter.toNanos() ? 0 : tries;
        tries = startAgain(tries);
        since = System.nanoTime();
        restarting = false;
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (DatabaseRefused last) {
      LOG.error("PostgreSQL is given up after {} tries.", patience.tries);
      gaveUp.accept(last);
    }
  }

  /** Returns the tries used so far; throws the last reason when all are. */
  private int startAgain(int used) throws InterruptedException {
    if (used >= patience.tries) {
      throw new DatabaseRefused(Sentences.of("postgres.dies"));
    }
    for (int n = used + 1; ; n++) {
      LOG.warn("PostgreSQL died; starting it again, try {} of {}.", n, patience.tries);
      var began = System.nanoTime();
      try {
        start.run();
        LOG.warn(
            "PostgreSQL is back after {} ms.",
            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        return n;
      } catch (DatabaseRefused | UncheckedIOException failed) {
        if (ended()) {
          throw new InterruptedException();
        }
        LOG.warn("Try {} of {} failed: {}", n, patience.tries, failed.getMessage());
        if (n >= patience.tries) {
          throw new DatabaseRefused(Sentences.of("postgres.died", n, failed.getMessage()), failed);
        }
        pause(n - used);
      }
    }
  }

  private void pause(int failed) throws InterruptedException {
    if (ending.await(patience.firstPause.toMillis() << (failed - 1), TimeUnit.MILLISECONDS)) {
      throw new InterruptedException();
    }
  }

  private boolean ended() {
    return ending.getCount() == 0;
  }

  /**
   * Ends the watch. A try that is under way is not waited out.
   *
   * @param stop stops a server that is just being started
   */
  void end(Runnable stop) {
    ending.countDown();
    try {
      while (thread != Thread.currentThread() && !thread.join(Duration.ofMillis(100))) {
        stop.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
