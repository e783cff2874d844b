package health.malasakit.bench;

import health.malasakit.Node;
import health.malasakit.inquiries.load.Exchange;
import health.malasakit.inquiries.load.Findings;
import health.malasakit.inquiries.load.Screens;
import health.malasakit.inquiries.load.Staffing;
import health.malasakit.inquiries.load.Telling;
import health.malasakit.inquiries.load.Traffic;
import health.malasakit.postgres.DatabaseAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * An hour of telephone calls through the door: 400 of them at 20 clinics, 60 people with their
 * screens open, told faster than it goes.
 *
 * @param simulated how much of the hour
 * @param seconds how long it is told
 */
record CallsHour(Duration simulated, int seconds) {

  static final Staffing STAFFING = new Staffing(20, 60);

  private static final int CALLS_AN_HOUR = 400;

  /** No answer while a node is gone, and "come again" while the database is; never a fault. */
  private static final Set<Integer> ANSWERS = Set.of(0, 200, 201, 202, 302, 409, 503);

  static CallsHour of(boolean quick) {
    return quick
        ? new CallsHour(Duration.ofMinutes(10), 60)
        : new CallsHour(Duration.ofHours(1), 600);
  }

  /** Ends with an error that says what is not as it must be. */
  static void requireRight(Lived lived, Exchange exchange, Node node, DatabaseAddress address) {
    var telling = lived.telling();
    var wrong = new ArrayList<>(lived.failures());
    wrong.addAll(Findings.of(exchange, node).wrong(lived.traffic(), STAFFING, telling.taken()));
    wrong.addAll(telling.acknowledged().missing(address));
    exchange.statuses().stream()
        .filter(status -> !ANSWERS.contains(status))
        .forEach(status -> wrong.add("An answer was " + status));
    System.out.printf(
        "%d times acknowledged of %d told, %d calls wanted by several at once, wrong %d%n",
        telling.acknowledged().times(),
        lived.traffic().told().size(),
        telling.taken().size(),
        wrong.size());
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(String.join("; ", wrong));
    }
  }

  /** Told faster than it happens, nothing may lie ahead: the door takes no moment that does. */
  private static final Duration LONGEST_CALL = Duration.ofMinutes(20);

  /** Something that happens meanwhile, after a part of the hour. */
  record Meanwhile(double part, String what, Act act) {}

  interface Act {
    void run() throws Exception;
  }

  /** What was told, and what the switch and the people got for it. */
  record Lived(Traffic traffic, Telling telling, List<String> failures) {}

  /** Tells the hour to the end and prints what the people waited. */
  Lived lived(Exchange exchange, List<Meanwhile> meanwhile) throws Exception {
    var begin = Instant.now().minus(simulated).minus(LONGEST_CALL);
    int calls = (int) (CALLS_AN_HOUR * simulated.toMinutes() / 60);
    var traffic = Traffic.of(begin.toEpochMilli(), calls, STAFFING, simulated, begin, begin + "-");
    var telling = new Telling(exchange);
    var failures = new ArrayList<String>();
    try (var screens = Screens.of(exchange);
        var switches = Executors.newVirtualThreadPerTaskExecutor()) {
      var going = new ArrayList<Future<?>>();
      long start = System.nanoTime();
      for (var one : meanwhile) {
        going.add(switches.submit(() -> happens(one, start)));
      }
      double faster = simulated.toSeconds() / (double) seconds;
      for (var one : traffic.told()) {
        waits(start + (long) (one.due().toNanos() / faster));
        going.add(switches.submit(() -> screens.told(one, telling)));
      }
      for (var one : going) {
        one.get();
      }
      tell(exchange, screens, traffic, (System.nanoTime() - start) / 1e9);
      failures.addAll(screens.failures());
    }
    return new Lived(traffic, telling, failures);
  }

  private Void happens(Meanwhile one, long start) throws Exception {
    waits(start + (long) (one.part() * seconds * 1e9));
    long begun = System.nanoTime();
    one.act().run();
    System.out.printf(
        Locale.ROOT,
        "after %.0f s: %s (%.1f s)%n",
        (begun - start) / 1e9,
        one.what(),
        (System.nanoTime() - begun) / 1e9);
    return null;
  }

  private static void waits(long due) {
    while (System.nanoTime() < due) {
      LockSupport.parkNanos(due - System.nanoTime());
    }
  }

  private void tell(Exchange exchange, Screens screens, Traffic traffic, double took) {
    screens
        .seen()
        .forEach((what, nanos) -> {
          var measured = new Measured(nanos.size() / took, nanos);
          System.out.printf(
              Locale.ROOT,
              "%-36s %9d seen, p50 %.1f ms, p99 %.1f ms%n",
              what,
              nanos.size(),
              measured.millisAt(50),
              measured.millisAt(99));
        });
    System.out.printf(
        Locale.ROOT,
        "%d minutes in %.0f s: %d calls, told %d times, %d screens read again, %d moved to another node, answers %s%n",
        simulated.toMinutes(),
        took,
        traffic.calls().size(),
        traffic.told().size(),
        screens.reads(),
        screens.moves(),
        exchange.statuses());
  }
}
