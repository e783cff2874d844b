package health.malasakit.bench;

import static org.awaitility.Awaitility.await;

import health.malasakit.Node;
import health.malasakit.bench.CallsHour.Meanwhile;
import health.malasakit.inquiries.load.Exchange;
import health.malasakit.postgres.EmbeddedPostgres;
import health.malasakit.postgres.Home;
import health.malasakit.terminal.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The hour told to two processes of the program on one PostgreSQL. One of them is killed in the
 * midst of it and begins again, then PostgreSQL is killed and begins again. In the end all that the
 * door acknowledged has to be there.
 */
final class CallsFaults implements AutoCloseable {

  private static final double NODE_DIES = 0.3;
  private static final double NODE_IS_BACK = 0.35;
  private static final double DATABASE_DIES = 0.7;

  private final Path base;
  private final Home home;
  private final EmbeddedPostgres postgres;
  private final RunningServer second;
  private volatile RunningServer first;

  private CallsFaults(Path base) {
    this.base = base;
    this.home = Home.at(base.resolve("calls-world"));
    this.postgres = EmbeddedPostgres.open(home);
    postgres.keepRunning(refused -> System.err.println("PostgreSQL is gone: " + refused));
    var other = CompletableFuture.supplyAsync(() -> served("calls-first", 0));
    this.second = served("calls-second", 0);
    this.first = other.join();
  }

  /** The whole, in homes beside each other below a directory. */
  static void run(Path base, boolean quick) throws Exception {
    try (var faults = new CallsFaults(base)) {
      faults.hour(CallsHour.of(quick));
    }
  }

  private void hour(CallsHour hour) throws Exception {
    var exchange = exchange();
    var lived =
        hour.lived(
            exchange,
            List.of(
                new Meanwhile(NODE_DIES, "a node was killed", () -> first.kill()),
                new Meanwhile(NODE_IS_BACK, "it begins again", this::beginsAgain),
                new Meanwhile(DATABASE_DIES, "PostgreSQL was killed and is back", this::dies)));
    try (var node = Node.start(postgres.address(), Map.of())) {
      CallsHour.requireRight(lived, exchange, node, postgres.address());
    }
  }

  /** Made by a third node, which ends before the hour begins. */
  private Exchange exchange() {
    try (var node = Node.start(postgres.address(), Map.of())) {
      return new Exchange(CallsHour.STAFFING, node, List.of(first.port(), second.port()));
    }
  }

  private RunningServer served(String home, int port) {
    return RunningServer.on(Home.at(base.resolve(home)), postgres.address(), port);
  }

  /** Again and again, as a supervisor does: the database may be away just then. */
  private void beginsAgain() {
    await()
        .atMost(Duration.ofMinutes(15))
        .ignoreExceptionsMatching(AssertionError.class::isInstance)
        .until(() -> {
          first = served("calls-first", first.port());
          return true;
        });
  }

  private void dies() throws IOException, InterruptedException {
    var file = home.directory().resolve("database/postmaster.pid");
    long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(this::answers);
  }

  private boolean answers() throws SQLException {
    var owner = postgres.address().owner();
    try (var connection =
        DriverManager.getConnection(postgres.address().url(), owner.name(), owner.password())) {
      return connection.isValid(1);
    }
  }

  @Override
  public void close() throws InterruptedException {
    first.close();
    second.close();
    postgres.close();
  }
}
