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
import java.util.Optional;
import java.util.Random;

/**
 * People book at two processes of the program for as long as is asked; in each round something
 * happens, by chance from a seed that is printed. After each round everything that was acknowledged
 * is looked for, and memory and connections are told; at the first thing that is not as it must be
 * it ends with an error.
 */
public final class Soak implements AutoCloseable {

  private static final int BEFORE = 100;
  private static final int CONNECTIONS_MAX = 80;
  private static final long MEGABYTES_MAX = 650;
  private static final Duration REACTED_WITHIN = Duration.ofMinutes(3);

  private enum Fault {
    NONE,
    FIRST_KILLED,
    SECOND_KILLED,
    POSTGRESQL_RESTARTED,
    POSTGRESQL_KILLED
  }

  private final Path base;
  private final Home home;
  private final EmbeddedPostgres postgres;
  private RunningServer first;
  private RunningServer second;

  private Soak(Path base) {
    this.base = base;
    this.home = Home.at(base.resolve("soak-world"));
    this.postgres = EmbeddedPostgres.open(home);
    postgres.keepRunning(refused -> System.err.println("PostgreSQL is gone: " + refused));
    this.first = served("soak-first", 0);
    this.second = served("soak-second", 0);
  }

  /** {@code --minutes N}, 60 when not said; {@code --seed S}, another each time when not said. */
  public static void main(String[] words) throws Exception {
    for (var noise : List.of("logging.level.root", "logging.level.health.malasakit")) {
      System.setProperty(noise, "off");
    }
    long minutes = number(words, "--minutes").orElse(60L);
    long seed = number(words, "--seed").orElseGet(System::nanoTime);
    var base =
        Optional.ofNullable(System.getenv("MALASAKIT_BENCH_HOME")).orElse("target/bench-home");
    System.out.printf("Seed %d, %d minutes%n", seed, minutes);
    try (var soak = new Soak(Path.of(base))) {
      soak.run(Duration.ofMinutes(minutes), new Random(seed));
    }
    System.exit(0);
  }

  private static Optional<Long> number(String[] words, String option) {
    int at = List.of(words).indexOf(option);
    return at < 0 ? Optional.empty() : Optional.of(Long.valueOf(words[at + 1]));
  }

  private void run(Duration asked, Random chance) throws Exception {
    long end = System.nanoTime() + asked.toNanos();
    int rounds = 0;
    int acknowledged = 0;
    while (System.nanoTime() < end) {
      var bookings = clinic();
      var fault = Fault.values()[chance.nextInt(Fault.values().length)];
      Meanwhile.happens(BEFORE + chance.nextInt(BEFORE), () -> happens(fault), bookings);
      back(fault);
      await().atMost(REACTED_WITHIN).until(() -> Booked.waiting(postgres.address()) == 0);
      acknowledged += bookings.acknowledged().size();
      tell(++rounds, fault, bookings);
    }
    System.out.printf("%d rounds, %d bookings acknowledged, nothing wrong%n", rounds, acknowledged);
  }

  /** A clinic of its own for each round, so that each looks only for what it booked. */
  private Bookings clinic() {
    try (var node = Node.start(postgres.address(), Map.of("malasakit.jobs.enabled", "false"))) {
      return new Bookings(node, List.of(first.port(), second.port()));
    }
  }

  private void happens(Fault fault) throws IOException, InterruptedException {
    switch (fault) {
      case NONE -> {}
      case FIRST_KILLED -> first.kill();
      case SECOND_KILLED -> second.kill();
      case POSTGRESQL_RESTARTED -> signal("INT");
      case POSTGRESQL_KILLED -> signal("KILL");
    }
  }

  private void back(Fault fault) {
    if (fault == Fault.FIRST_KILLED) {
      first = served("soak-first", first.port());
    } else if (fault == Fault.SECOND_KILLED) {
      second = served("soak-second", second.port());
    }
  }

  private void tell(int round, Fault fault, Bookings bookings) throws Exception {
    var wrong = Booked.wrong(postgres.address(), bookings);
    long most = Math.max(Started.megabytes(first.pid()), Started.megabytes(second.pid()));
    int connections;
    try (var owner = Sql.owner(postgres.address())) {
      var counted =
          Sql.texts(owner, "select count(*) from pg_stat_activity where usename is not null");
      connections = Integer.parseInt(counted.getFirst());
    }
    System.out.printf(
        Locale.ROOT,
        "%4d  %-22s nobody booked for %5.1f s; %d bookings, answers %s; %d MB, %d connections; wrong: %s%n",
        round,
        fault,
        bookings.pauses().longest().toMillis() / 1000.0,
        bookings.acknowledged().size(),
        bookings.statuses(),
        most,
        connections,
        wrong);
    if (!wrong.isEmpty() || most > MEGABYTES_MAX || connections > CONNECTIONS_MAX) {
      throw new IllegalStateException("Not as it must be, in round " + round);
    }
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
