package health.malasakit.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Looks each minute, whatever goes on, for what must hold at any moment. */
final class EachMinute implements AutoCloseable {

  private static final Duration TIME_FOR_ONE = Duration.ofMinutes(2);

  private final ScheduledExecutorService minutes = Executors.newSingleThreadScheduledExecutor();
  private final List<String> wrong = new CopyOnWriteArrayList<>();
  private final AtomicInteger looked = new AtomicInteger();
  private final AtomicInteger inVain = new AtomicInteger();
  private final Look look;
  private final long began = System.nanoTime();

  EachMinute(Look look) {
    this.look = look;
    minutes.scheduleAtFixedRate(this::look, 1, 1, TimeUnit.MINUTES);
  }

  /** Sentences of what is not as it must be. */
  @FunctionalInterface
  interface Look {
    List<String> wrong() throws SQLException;
  }

  private void look() {
    try {
      wrong.addAll(look.wrong());
      looked.incrementAndGet();
    } catch (SQLException | IllegalStateException away) {
      inVain.incrementAndGet();
    } catch (RuntimeException broken) {
      wrong.add("The look itself failed: " + broken);
    }
  }

  /** What was found so far. */
  List<String> wrong() {
    return List.copyOf(wrong);
  }

  /**
   * How often it looked.
   *
   * @throws IllegalStateException when something was found, when the database did not answer more
   *     often than it did, or when nobody looked though there was time for it
   */
  String told() {
    if (!wrong.isEmpty()) {
      throw new IllegalStateException("Found in some minute: " + wrong);
    }
    boolean never = looked.get() == 0 && System.nanoTime() - began > TIME_FOR_ONE.toNanos();
    if (never || inVain.get() > looked.get()) {
      throw new IllegalStateException("Of " + inVain + " minutes nobody knows");
    }
    return "looked at in %d minutes, and in %d the database was away"
        .formatted(looked.get(), inVain.get());
  }

  @Override
  public void close() {
    minutes.shutdownNow();
  }
}
