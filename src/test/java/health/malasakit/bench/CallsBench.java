package health.malasakit.bench;

import health.malasakit.Node;
import health.malasakit.inquiries.load.Exchange;
import health.malasakit.inquiries.load.Staffing;
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
import java.util.Map;

/**
 * How many rings a second the door takes beside its limit, then an hour of telephone calls told to
 * one node in this JVM.
 */
final class CallsBench {

  private static final int ROUNDS = 3;

  private final Node node;
  private final Connections connections;
  private final Table table;

  private CallsBench(Node node, Connections connections, Table table) {
    this.node = node;
    this.connections = connections;
    this.table = table;
  }

  /** In a home of its own. */
  static void run(Path base, Table table, boolean quick) throws Exception {
    try (var databases = Databases.open(Home.at(base.resolve("calls-world")), Map.of());
        var node = Node.start(databases.address(), Map.of(), Recorder.class);
        var connections = new Connections(databases.address())) {
      var bench = new CallsBench(node, connections, table);
      bench.rings(quick ? 2 : 8);
      var exchange = new Exchange(CallsHour.STAFFING, node);
      var lived = CallsHour.of(quick).lived(exchange, List.of());
      CallsHour.requireRight(lived, exchange, node, databases.address());
    }
  }

  private void rings(double seconds) throws SQLException {
    var exchange = new Exchange(new Staffing(1, 1), node);
    var begin = Instant.now();
    var calls =
        Traffic.of(1, 100_000, exchange.staffing(), Duration.ofHours(1), begin, begin + "-")
            .calls();
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
}
