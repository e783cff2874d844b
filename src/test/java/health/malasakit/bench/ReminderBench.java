package health.malasakit.bench;

import health.malasakit.Node;
import health.malasakit.kernel.Ids;
import health.malasakit.messaging.ledger.LedgerRun;
import health.malasakit.messaging.texts.OwnCarrier;
import health.malasakit.messaging.texts.TextAccount;
import health.malasakit.postgres.DatabaseAddress;
import health.malasakit.postgres.EmbeddedPostgres;
import health.malasakit.postgres.Home;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Messages a second that are handed over, beside a plain loop: the same texts, told to the same
 * carrier by as many threads, each written down before and after.
 */
final class ReminderBench {

  private static final int AT_ONCE = 4;

  private ReminderBench() {}

  /** The carrier of the run, as the application finds its own. */
  static final class Own implements OwnCarrier {

    static volatile String address = "";

    @Override
    public Optional<TextAccount> account() {
      return Optional.of(new TextAccount(URI.create(address), "AC1", "bench"));
    }
  }

  static void run(Path base, boolean quick) throws Exception {
    int count = quick ? 500 : 4000;
    try (var postgres =
            EmbeddedPostgres.open(Home.at(BenchHomes.fresh(base.resolve("reminder-world"))));
        var carrier = new CountingCarrier(List.of())) {
      Own.address = carrier.address();
      try (var node =
          Node.start(postgres.address(), Map.of("malasakit.jobs.enabled", "false"), Own.class)) {
        var world = ReminderWorld.made(node, postgres.address(), 2 * count);
        world.due(0, count);
        var warm = ours(node, world, count);
        world.due(count, count);
        var ours = ours(node, world, count);
        var plain = plain(postgres.address(), world, carrier.address(), count);
        System.out.printf(
            "reminders: %,d messages, ours %.1f/s (first %.1f/s), plain loop %.1f/s, ratio %.2f%n",
            count, ours, warm, plain, ours / plain);
        System.out.println("numbers by how many texts they got: " + carrier.times());
      }
    }
  }

  private static double ours(Node node, ReminderWorld world, int count) {
    var begin = Instant.now();
    node.bean(LedgerRun.class).send(world.id());
    return perSecond(count, begin);
  }

  private static double plain(
      DatabaseAddress address, ReminderWorld world, String carrier, int count) throws Exception {
    var begin = Instant.now();
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      var work =
          IntStream.range(0, AT_ONCE)
              .<Callable<Integer>>mapToObj(
                  n -> () -> some(address, world, carrier, count / AT_ONCE))
              .toList();
      for (var one : threads.invokeAll(work)) {
        one.get();
      }
    }
    return perSecond(count, begin);
  }

  private static int some(DatabaseAddress address, ReminderWorld world, String carrier, int count)
      throws SQLException, IOException, InterruptedException {
    try (var owner = Sql.owner(address);
        var client = HttpClient.newHttpClient()) {
      owner.setAutoCommit(false);
      for (int nth = 0; nth < count; nth++) {
        var id = Ids.next();
        Sql.run(
            owner,
            """
            insert into messaging.outgoing (organization_id, outgoing_id, patient_id, channel, purpose, basis, key,
              from_address, to_address, state, reason, begun_at, since)
            values ('%1$s', '%2$s', '%2$s', 'text', 'visit', 'attested', '%2$s', '+16175550198', '+12129990000', 'sending', '', now(), now())
            """,
            world.id(),
            id);
        owner.commit();
        var request =
            HttpRequest.newBuilder(URI.create(carrier + "/plain"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("From=%2B16175550198&To=%2B12129990000&Body=words"))
                .build();
        var sid = client.send(request, BodyHandlers.ofString()).body();
        Sql.run(
            owner,
            "update messaging.outgoing set state = 'handed_over', carrier_id = '%s', since = now()"
                + " where organization_id = '%s' and outgoing_id = '%s'",
            sid.replaceAll(".*(SM[0-9a-f]+).*", "$1"),
            world.id(),
            id);
        owner.commit();
      }
    }
    return count;
  }

  private static double perSecond(int count, Instant begin) {
    return count * 1000.0 / Math.max(1, Duration.between(begin, Instant.now()).toMillis());
  }
}
