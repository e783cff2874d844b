package health.malasakit.bench;

import static org.awaitility.Awaitility.await;

import health.malasakit.Node;
import health.malasakit.postgres.EmbeddedPostgres;
import health.malasakit.postgres.Home;
import health.malasakit.scheduling.load.Booked;
import health.malasakit.scheduling.load.Bookings;
import health.malasakit.scheduling.load.Meanwhile;
import health.malasakit.terminal.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Two processes of the program on one PostgreSQL, at which people book as fast as they can. One of
 * them is killed again and again, then PostgreSQL is restarted and killed. In the end all that was
 * acknowledged has to be there once, and everything that goes with it, also what its patients are
 * told of it.
 */
final class BookingFaults implements AutoCloseable {

  private static final int BEFORE = 60;
  private static final Duration REACTED_WITHIN = Duration.ofMinutes(20);

  /** Nobody waits longer for a PostgreSQL that died. */
  private static final Duration BACK_WITHIN = Duration.ofSeconds(10);

  private final Path base;
  private final Home home;
  private final EmbeddedPostgres postgres;
  private final RunningServer second;
  private RunningServer first;

  private BookingFaults(Path base) {
    this.base = base;
    this.home = Home.at(base.resolve("faults-world"));
    this.postgres = EmbeddedPostgres.open(home);
    postgres.keepRunning(refused -> System.err.println("PostgreSQL is gone: " + refused));
    var other = CompletableFuture.supplyAsync(() -> served("faults-first", 0));
    this.second = served("faults-second", 0);
    this.first = other.join();
  }

  /** The whole, in homes beside each other below a directory. */
  static void run(Path base, boolean quick) throws Exception {
    try (var faults = new BookingFaults(base)) {
      faults.all(quick ? 3 : 20);
    }
  }

  private void all(int kills) throws Exception {
    Bookings anywhere;
    try (var node = Node.start(postgres.address(), Map.of("malasakit.jobs.enabled", "false"))) {
      anywhere = new Bookings(node, List.of(first.port(), second.port()));
      ThatTells.of(node, anywhere.practice());
      ToldOfVisits.givePhones(postgres.address(), anywhere.organization(), 0);
    }
    var there = anywhere.at(List.of(second.port()));
    for (int kill = 1; kill <= kills; kill++) {
      Meanwhile.happens(BEFORE, first::kill, anywhere, there);
      say("kill " + kill + " of a node, its people", anywhere);
      say("kill " + kill + " of a node, the other's people", there);
      first = served("faults-first", first.port());
    }
    var others = there.statuses();
    for (var signal : List.of("INT", "KILL")) {
      Meanwhile.happens(BEFORE, () -> signal(signal), anywhere, there);
      say("PostgreSQL " + (signal.equals("INT") ? "restarted" : "killed"), anywhere);
      if (anywhere.pauses().longest().compareTo(BACK_WITHIN) > 0) {
        throw new IllegalStateException("Nobody could book for more than " + BACK_WITHIN);
      }
    }
    await().atMost(REACTED_WITHIN).until(() -> Booked.waiting(postgres.address()) == 0);
    var wrong = Booked.wrong(postgres.address(), anywhere);
    wrong.addAll(Booked.wrong(postgres.address(), there));
    wrong.addAll(ToldOfVisits.wrong(postgres.address(), anywhere.organization()));
    System.out.printf(
        "%d bookings acknowledged, %d nodes killed; answers %s, at the other node %s; wrong: %s%n",
        anywhere.acknowledged().size() + there.acknowledged().size(),
        kills,
        anywhere.statuses(),
        others,
        wrong);
    if (!wrong.isEmpty() || !others.equals(java.util.Set.of(201))) {
      throw new IllegalStateException("Not as it must be: " + wrong + others);
    }
  }

  private static void say(String what, Bookings bookings) {
    System.out.printf(
        Locale.ROOT,
        "%-36s nobody booked for %.1f s at most%n",
        what,
        bookings.pauses().longest().toMillis() / 1000.0);
  }

  private RunningServer served(String name, int port) {
    return RunningServer.on(Home.at(base.resolve(name)), postgres.address(), port);
  }

  private void signal(String name) throws IOException, InterruptedException {
    var file = home.directory().resolve("database/postmaster.pid");
    var pid = Files.readAllLines(file).getFirst().strip();
    new ProcessBuilder("kill", "-" + name, pid).start().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    first.close();
    second.close();
    postgres.close();
  }
}
