package health.malasakit.scheduling.load;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How long nobody's booking was acknowledged while everybody tried. */
public final class Pauses {

  private final AtomicLong last = new AtomicLong();
  private final AtomicLong longest = new AtomicLong();
  private final AtomicInteger count = new AtomicInteger();

  void acknowledged() {
    long now = System.nanoTime();
    long before = last.getAndAccumulate(now, Math::max);
    if (before != 0) {
      longest.accumulateAndGet(now - before, Math::max);
    }
    count.incrementAndGet();
  }

  /** From here on. */
  public void begin() {
    last.set(System.nanoTime());
    longest.set(0);
  }

  /** The longest one since {@link #begin}. */
  public Duration longest() {
    return Duration.ofNanos(longest.get());
  }

  /** How many were acknowledged in all. */
  public int count() {
    return count.get();
  }
}
