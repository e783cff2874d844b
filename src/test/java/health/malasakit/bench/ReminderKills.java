package health.malasakit.bench;

import static org.awaitility.Awaitility.await;

import health.malasakit.Node;
import health.malasakit.postgres.EmbeddedPostgres;
import health.malasakit.postgres.Home;
import health.malasakit.terminal.RunningServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/**
 * A run of reminders whose sender is killed again and again: in turns before the carrier takes a
 * text and after it took it and before it answers. In the end each number has one text or none, and
 * each that has none, or of which nobody knows, is listed.
 */
final class ReminderKills implements AutoCloseable {

  private static final Duration WHOLE_MAX = Duration.ofMinutes(40);

  private final Path base;
  private final int count;
  private final int kills;
  private final EmbeddedPostgres postgres;
  private final CountingCarrier carrier;
  private final AtomicReference<RunningServer> sender = new AtomicReference<>();
  private final CountDownLatch toDo;
  private final ExecutorService again = Executors.newSingleThreadExecutor();

  private ReminderKills(Path base, int count, int kills) throws IOException {
    this.base = base;
    this.count = count;
    this.kills = kills;
    this.toDo = new CountDownLatch(kills);
    this.postgres =
        EmbeddedPostgres.open(Home.at(BenchHomes.fresh(base.resolve("reminder-world"))));
    this.carrier =
        new CountingCarrier(
            IntStream.rangeClosed(1, kills)
                .mapToObj(
                    n -> new CountingCarrier.At(n * count / (kills + 1), n % 2 == 1, this::kill))
                .toList());
  }

  static void run(Path base, boolean quick) throws Exception {
    try (var run = quick ? new ReminderKills(base, 600, 2) : new ReminderKills(base, 10_000, 10)) {
      run.tell();
    }
  }

  private void tell() throws Exception {
    var begin = Instant.now();
    ReminderWorld world;
    try (var node = Node.start(postgres.address(), Map.of("malasakit.jobs.enabled", "false"))) {
      world = ReminderWorld.made(node, postgres.address(), count);
    }
    world.due(0, count);
    begin();
    toDo.await();
    await()
        .atMost(WHOLE_MAX)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> world.standing("planned", "held", "sending", "in_doubt") == 0);
    var times = carrier.times();
    long once = times.getOrDefault(1, 0L);
    long twice =
        times.entrySet().stream()
            .filter(one -> one.getKey() > 1)
            .mapToLong(Map.Entry::getValue)
            .sum();
    int told = world.standing("handed_over", "delivered");
    int listed = world.standing("failed", "refused", "in_doubt");
    System.out.printf(
        "%,d reminders, sender killed %d times, %d s%n",
        count, kills, Duration.between(begin, Instant.now()).toSeconds());
    System.out.printf("the carrier has: once %,d, twice %d%n", once, twice);
    System.out.printf("the ledger says: %s%n", world.standing());
    System.out.printf(
        "in doubt and resolved %,d, in doubt and listed %,d%n",
        world.doubted("handed_over", "delivered"), world.doubted("failed", "in_doubt"));
    System.out.printf("told %,d + listed %d = %,d%n", told, listed, told + listed);
    if (twice > 0 || told + listed != count || once != told) {
      throw new IllegalStateException("a reminder was lost, or told twice");
    }
  }

  /** The sender dies while the carrier holds its text; a supervisor starts it again. */
  private void kill() {
    sender.get().kill();
    again.execute(() -> {
      begin();
      toDo.countDown();
    });
  }

  private void begin() {
    sender.set(
        RunningServer.on(
            Home.at(base.resolve("reminder-sender")), postgres.address(), 0, carrier.settings()));
  }

  @Override
  public void close() throws InterruptedException {
    again.shutdown();
    sender.get().close();
    carrier.close();
    postgres.close();
  }
}
