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
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * People book, move and cancel at two processes of the program, and patients are texted, for as
 * long as is asked; in each round something happens, by chance from a seed that is printed. Each
 * minute what must hold at any moment is looked for, and after each round also all that was
 * acknowledged; memory and connections are told. At the first thing that is not as it must be it
 * ends with an error.
 */
public final class Soak implements AutoCloseable {

  private static final int BEFORE = 100;
  private static final int CONNECTIONS_MAX = 80;

  /** More than one round differs from the next by chance. */
  private static final int MEGABYTES_MARGIN = 40;

  private static final int CONNECTIONS_MARGIN = 20;
  private static final long MEGABYTES_MAX = 650;
  private static final Duration REACTED_WITHIN = Duration.ofMinutes(3);

  /** Somewhere it is always day. */
  private static final List<String> ZONES =
      List.of(
          "America/New_York",
          "America/Los_Angeles",
          "Pacific/Honolulu",
          "Europe/London",
          "Asia/Dubai",
          "Asia/Manila",
          "Pacific/Auckland");

  /** Not near the end of the sending hours, also not of those of a Sunday. */
  private static final Set<Integer> DAY = Set.of(12, 13, 14, 15, 16);

  private enum Fault {
    NONE,
    FIRST_KILLED,
    SECOND_KILLED,
    POSTGRESQL_RESTARTED,
    POSTGRESQL_KILLED
  }

  private final List<Integer> megabytes = new ArrayList<>();
  private final List<Integer> connections = new ArrayList<>();
  private final Path base;
  private final Home home;
  private final EmbeddedPostgres postgres;
  private final CountingCarrier carrier = new CountingCarrier(List.of());
  private final SoakMessages messages;
  private final Node maker;
  private final EachMinute minutes;
  private final AtomicReference<Bookings> now = new AtomicReference<>();
  private RunningServer first;
  private RunningServer second;

  private Soak(Path base) throws IOException, SQLException {
    this.base = base;
    this.home = Home.at(BenchHomes.fresh(base.resolve("soak-world")));
    this.postgres = EmbeddedPostgres.open(home);
    postgres.keepRunning(refused -> System.err.println("PostgreSQL is gone: " + refused));
    this.messages = new SoakMessages(postgres.address(), carrier);
    this.first = served("soak-first", 0);
    this.second = served("soak-second", 0);
    this.maker = Node.start(postgres.address(), Map.of("malasakit.jobs.enabled", "false"));
    now.set(clinic());
    this.minutes = new EachMinute(this::wrongMeanwhile);
  }

  private List<String> wrongMeanwhile() throws SQLException {
    var wrong = new ArrayList<>(Booked.wrongMeanwhile(postgres.address(), now.get()));
    wrong.addAll(messages.wrongMeanwhile());
    return wrong;
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
      var bookings = now.get();
      var fault = Fault.values()[chance.nextInt(Fault.values().length)];
      Meanwhile.happens(BEFORE + chance.nextInt(BEFORE), () -> happens(fault), bookings);
      back(fault);
      await().atMost(REACTED_WITHIN).until(() -> Booked.waiting(postgres.address()) == 0);
      acknowledged += bookings.acknowledged().size();
      tell(++rounds, fault, bookings);
      now.set(clinic());
    }
    System.out.printf(
        "%d rounds, %d bookings acknowledged, of which each third was moved and each seventh cancelled; %s; %s; nothing wrong%n",
        rounds, acknowledged, messages.settled(), minutes.told());
    System.out.println(
        "MB "
            + flat(megabytes, MEGABYTES_MARGIN)
            + ", connections "
            + flat(connections, CONNECTIONS_MARGIN));
  }

  /**
   * The largest of the first half of the rounds and of the second.
   *
   * @throws IllegalStateException when the second is larger than the first by more than that
   */
  private static String flat(List<Integer> all, int margin) {
    int half = all.size() / 2;
    int first = largest(all.subList(0, half));
    int second = largest(all.subList(half, all.size()));
    if (half > 0 && second > first + margin) {
      throw new IllegalStateException("It grows: " + all);
    }
    return "at most " + first + " in the first half and " + second + " in the second";
  }

  private static int largest(List<Integer> some) {
    return some.stream().mapToInt(one -> one).max().orElse(0);
  }

  /** A clinic of its own for each round, so that each looks only for what it booked. */
  private Bookings clinic() throws SQLException {
    var ports = List.of(first.port(), second.port());
    var bookings = Bookings.thatChange(maker, ports, zone());
    ThatTells.of(maker, bookings.practice());
    messages.givePhones(bookings.organization());
    return bookings;
  }

  /** Where it is day, so that messages may go. */
  private static String zone() {
    return ZONES.stream()
        .filter(zone -> DAY.contains(LocalTime.now(ZoneId.of(zone)).getHour()))
        .findFirst()
        .orElseThrow();
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
    wrong.addAll(messages.wrong(bookings.organization()));
    wrong.addAll(minutes.wrong());
    megabytes.add((int) Math.max(Started.megabytes(first.pid()), Started.megabytes(second.pid())));
    try (var owner = Sql.owner(postgres.address())) {
      var counted =
          Sql.texts(owner, "select count(*) from pg_stat_activity where usename is not null");
      connections.add(Integer.valueOf(counted.getFirst()));
    }
    System.out.printf(
        Locale.ROOT,
        "%4d  %-22s nobody booked for %5.1f s; %d bookings, answers %s; %d MB, %d connections; wrong: %s%n",
        round,
        fault,
        bookings.pauses().longest().toMillis() / 1000.0,
        bookings.acknowledged().size(),
        bookings.statuses(),
        megabytes.getLast(),
        connections.getLast(),
        wrong);
    if (!wrong.isEmpty()
        || megabytes.getLast() > MEGABYTES_MAX
        || connections.getLast() > CONNECTIONS_MAX) {
      throw new IllegalStateException("Not as it must be, in round " + round);
    }
  }

  private RunningServer served(String name, int port) {
    return RunningServer.on(
        Home.at(base.resolve(name)), postgres.address(), port, carrier.settings());
  }

  private void signal(String name) throws IOException, InterruptedException {
    var file = home.directory().resolve("database/postmaster.pid");
    var pid = Files.readAllLines(file).getFirst().strip();
    new ProcessBuilder("kill", "-" + name, pid).start().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    minutes.close();
    maker.close();
    first.close();
    second.close();
    carrier.close();
    postgres.close();
  }
}
