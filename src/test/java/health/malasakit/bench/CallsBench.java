package health.malasakit.bench;

import health.malasakit.Node;
import health.malasakit.inquiries.load.Exchange;
import health.malasakit.inquiries.load.Findings;
import health.malasakit.inquiries.load.Screens;
import health.malasakit.inquiries.load.Staffing;
import health.malasakit.inquiries.load.Telling;
import health.malasakit.inquiries.load.Told;
import health.malasakit.inquiries.load.Traffic;
import health.malasakit.postgres.Databases;
import health.malasakit.postgres.Home;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * An hour of telephone calls through the door: 400 of them at 20 clinics, 60 people with their
 * screens open. First how many rings a second the door takes beside its limit, then the hour, told
 * faster than it goes.
 */
final class CallsBench {

  private static final Staffing STAFFING = new Staffing(20, 60);
  private static final int CALLS_AN_HOUR = 400;
  private static final int ROUNDS = 3;

  private final Node node;
  private final Connections connections;
  private final Table table;
  private final Duration simulated;
  private final int faster;

  private CallsBench(Node node, Connections connections, Table table, boolean quick) {
    this.node = node;
    this.connections = connections;
    this.table = table;
    this.simulated = Duration.ofMinutes(quick ? 10 : 60);
    this.faster = quick ? 10 : 6;
  }

  /** In a home of its own. */
  static void run(Path base, Table table, boolean quick) throws Exception {
    try (var databases = Databases.open(Home.at(base.resolve("calls-world")), Map.of());
        var node = Node.start(databases.address(), Map.of(), Recorder.class);
        var connections = new Connections(databases.address())) {
      var bench = new CallsBench(node, connections, table, quick);
      bench.rings(quick ? 2 : 8);
      bench.hour();
    }
  }

  private void rings(double seconds) throws SQLException {
    var exchange = new Exchange(new Staffing(1, 1), node);
    var begin = Instant.now();
    var calls = Traffic.of(1, 100_000, exchange.staffing(), simulated, begin, begin + "-").calls();
    var next = new java.util.concurrent.atomic.AtomicInteger();
    var recorded = new ArrayList<List<Recorder.Step>>();
    var ids = new ArrayList<String>();
    long since = System.currentTimeMillis();
    Measured.Act ring = client -> exchange.tell(Told.rings(calls.get(next.getAndIncrement())));
    Measured.of(seconds, ring);
    for (int client = 0; client < Measured.CLIENTS; client++) {
      var one = calls.get(next.getAndIncrement());
      ids.add(one.id());
      recorded.add(Recorder.during(() -> exchange.tell(Told.rings(one))));
    }
    var ours = new ArrayList<Measured>();
    var limit = new ArrayList<Measured>();
    for (int round = 0; round < ROUNDS; round++) {
      ours.add(Measured.of(seconds, ring));
      limit.add(
          Measured.of(
              seconds,
              client -> {
                var id = calls.get(next.getAndIncrement()).id();
                Recorder.replay(
                    connections.application().get(client),
                    recorded.get(client),
                    Recorder.freshIds(since, value -> ids.get(client).equals(value) ? id : value));
              }));
    }
    table.row("calls_ring", Measured.together(ours), Measured.together(limit), "");
  }

  private void hour() throws Exception {
    var exchange = new Exchange(STAFFING, node);
    var begin = Instant.now();
    int calls = (int) (CALLS_AN_HOUR * simulated.toMinutes() / 60);
    var traffic = Traffic.of(begin.toEpochMilli(), calls, STAFFING, simulated, begin, begin + "-");
    var telling = new Telling(exchange, node);
    try (var screens = Screens.of(exchange);
        var switches = Executors.newVirtualThreadPerTaskExecutor()) {
      var told = new ArrayList<Future<?>>();
      long start = System.nanoTime();
      for (var one : traffic.told()) {
        long due = start + one.due().toNanos() / faster;
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        told.add(switches.submit(() -> screens.told(one, telling)));
      }
      for (var one : told) {
        one.get();
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      tell(traffic, telling, exchange, screens, seconds);
    }
  }

  private void tell(
      Traffic traffic, Telling telling, Exchange exchange, Screens screens, double seconds) {
    var wrong = Findings.of(exchange, node).wrong(traffic, STAFFING, telling.taken());
    screens
        .seen()
        .forEach((what, nanos) -> {
          var measured = new Measured(nanos.size() / seconds, nanos);
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
        "%d minutes in %.0f s: %d calls, told %d times, %d screens read again, answers %s, wrong %d%n",
        simulated.toMinutes(),
        seconds,
        traffic.calls().size(),
        traffic.told().size(),
        screens.reads(),
        exchange.statuses(),
        wrong.size());
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(String.join("; ", wrong));
    }
  }
}
