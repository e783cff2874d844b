package health.malasakit.bench;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Which of the recorded statements take the time, told on standard error after each workload. */
final class Slowest {

  private static final int TOLD = 6;
  private static final int WORDS = 150;
  private static final Map<String, Spent> SPENT = new ConcurrentHashMap<>();

  private Slowest() {}

  private record Spent(LongAdder times, LongAdder nanos) {}

  static void spent(String sql, long nanos) {
    var spent = SPENT.computeIfAbsent(sql, one -> new Spent(new LongAdder(), new LongAdder()));
    spent.times().increment();
    spent.nanos().add(nanos);
  }

  static void forget() {
    SPENT.clear();
  }

  /** Of what was sent since it last forgot. */
  static void tell(String workload) {
    System.err.println("slowest statements of " + workload + ": share, ms each, times");
    long all = SPENT.values().stream().mapToLong(one -> one.nanos().sum()).sum();
    SPENT.entrySet().stream()
        .sorted(
            Comparator.comparingLong(
                (Map.Entry<String, Spent> one) -> -one.getValue().nanos().sum()))
        .limit(TOLD)
        .forEach(one -> {
          long nanos = one.getValue().nanos().sum();
          long times = one.getValue().times().sum();
          var sql = one.getKey().replaceAll("\\s+", " ").strip();
          System.err.printf(
              "  %3d %%  %8.2f  %6d  %s%n",
              100 * nanos / Math.max(1, all),
              nanos / 1e6 / times,
              times,
              sql.substring(0, Math.min(WORDS, sql.length())));
        });
  }
}
