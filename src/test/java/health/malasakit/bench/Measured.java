package health.malasakit.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;

/** How many a second, and how long each took. */
record Measured(double perSecond, List<Long> nanos) {

  static final int CLIENTS = 8;

  /** One act of one client. */
  interface Act {
    void run(int client) throws Exception;
  }

  /** Lets the clients act as often as they can for that long. */
  static Measured of(double seconds, Act act) {
    long begin = System.nanoTime();
    long end = begin + (long) (seconds * 1e9);
    var all = new ArrayList<Long>();
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<List<Long>>>();
      for (int client = 0; client < CLIENTS; client++) {
        int number = client;
        running.add(clients.submit(() -> timed(end, number, act)));
      }
      for (var one : running) {
        all.addAll(one.get());
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return new Measured(all.size() * 1e9 / (System.nanoTime() - begin), all);
  }

  private static List<Long> timed(long end, int client, Act act) throws Exception {
    var times = new ArrayList<Long>();
    for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
      act.run(client);
      times.add(System.nanoTime() - now);
    }
    return times;
  }

  /**
   * A steady rate: each act has its time of beginning, and is timed from it even when the client
   * was late because the one before took long.
   */
  static Measured steady(double perSecond, double seconds, Act act) {
    long apart = (long) (1e9 * CLIENTS / perSecond);
    long begin = System.nanoTime();
    var times = Collections.synchronizedList(new ArrayList<Long>());
    var acts = new AtomicIntegerArray(CLIENTS);
    of(
        seconds,
        client -> {
          long due = begin + apart * client / CLIENTS + apart * acts.getAndIncrement(client);
          while (System.nanoTime() < due) {
            LockSupport.parkNanos(due - System.nanoTime());
          }
          act.run(client);
          times.add(System.nanoTime() - due);
        });
    return new Measured(times.size() * 1e9 / (System.nanoTime() - begin), List.copyOf(times));
  }

  static Measured together(List<Measured> rounds) {
    var all = new ArrayList<Long>();
    rounds.forEach(round -> all.addAll(round.nanos()));
    return new Measured(rounds.stream().mapToDouble(Measured::perSecond).average().orElse(0), all);
  }

  double millisAt(int percent) {
    if (nanos.isEmpty()) {
      return 0;
    }
    var sorted = new ArrayList<>(nanos);
    Collections.sort(sorted);
    return sorted.get((sorted.size() - 1) * percent / 100) / 1e6;
  }

  /** One line in the form that programs read. */
  static String json(String workload, Measured ours, Measured limit, String more) {
    return String.format(
        Locale.ROOT,
        "{\"workload\":\"%s\",\"ours_per_s\":%.1f,\"limit_per_s\":%.1f,\"ratio\":%.3f,\"p50_ms\":%.1f,\"p99_ms\":%.1f%s}",
        workload,
        ours.perSecond(),
        limit.perSecond(),
        limit.perSecond() == 0 ? 0 : ours.perSecond() / limit.perSecond(),
        ours.millisAt(50),
        ours.millisAt(99),
        more);
  }
}
