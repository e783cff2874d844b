package health.malasakit.bench;

import static org.awaitility.Awaitility.await;

import health.malasakit.Node;
import health.malasakit.access.Organization;
import health.malasakit.postgres.Databases;
import health.malasakit.postgres.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long a start takes until "ready", and how much memory the process has after it and after the
 * main job; with what the JDK kept of an earlier start, and without.
 */
final class StartBench {

  private static final Map<String, String> WITHOUT = Map.of("MALASAKIT_AOT", "off");
  private static final Duration TRAINED_WITHIN = Duration.ofMinutes(10);
  private static final int STARTS = 5;

  private final Path base;
  private final boolean quick;

  private StartBench(Path base, boolean quick) {
    this.base = base;
    this.quick = quick;
  }

  /** {@code --start}: first and second start, five times; {@code --quick}: once. */
  static void starts(Path base, boolean quick) throws Exception {
    var bench = new StartBench(base, quick);
    bench.built();
    var home = base.resolve("start-world");
    bench.start("first start", BenchHomes.fresh(home), WITHOUT);
    bench.median("second start, without", home, WITHOUT);
    bench.trained(home);
    bench.median("second start", home, Map.of());
  }

  /** {@code --memory}: after half a minute of bookings, searches and day pages by eight clients. */
  static void memory(Path base, boolean quick) throws Exception {
    var bench = new StartBench(base, quick);
    bench.built();
    bench.trained(base.resolve("start-world"));
    for (var with : List.of(WITHOUT, Map.<String, String>of())) {
      bench.worked(with);
    }
  }

  /** What is to be built is built before anything is measured. */
  private void built() throws IOException, InterruptedException {
    int code = new ProcessBuilder("bin/malasakit", "--version").inheritIO().start().waitFor();
    if (code != 0) {
      throw new IllegalStateException("bin/malasakit cannot be built");
    }
  }

  private long start(String what, Path home, Map<String, String> environment) throws IOException {
    try (var started = Started.on(home, environment)) {
      System.out.printf(
          Locale.ROOT,
          "%-36s %6.1f s, %d MB%n",
          what,
          started.millis() / 1000.0,
          started.megabytes());
      return started.millis();
    }
  }

  private void median(String what, Path home, Map<String, String> environment) throws IOException {
    var all = new ArrayList<Long>();
    for (int n = 0; n < (quick ? 1 : STARTS); n++) {
      all.add(start(what, home, environment));
    }
    all.sort(null);
    System.out.printf(
        Locale.ROOT,
        "%-36s %6.1f s (median of %d)%n",
        what,
        all.get(all.size() / 2) / 1000.0,
        all.size());
  }

  /** The launcher makes the cache a minute after a start, in the background. */
  private void trained(Path home) throws IOException {
    if (isTrained()) {
      return;
    }
    try (var started = Started.on(home, Map.of())) {
      System.err.println("waiting until the cache is made beside port " + started.port());
      await()
          .atMost(TRAINED_WITHIN)
          .pollInterval(Duration.ofSeconds(1))
          .until(StartBench::isTrained);
    }
  }

  private static boolean isTrained() throws IOException {
    try (var files = Files.list(Path.of("target", "app"))) {
      return files.anyMatch(file -> file.toString().endsWith(".aot"));
    }
  }

  private void worked(Map<String, String> with) throws Exception {
    var size = BenchSize.QUICK;
    var home = base.resolve(size.home());
    try (var databases = Databases.open(Home.at(home), Map.of())) {
      var world = new BenchWorld(databases.address(), size);
      var cookies = new ArrayList<String>();
      java.time.LocalDate today;
      try (var node = Node.start(databases.address(), Map.of())) {
        today = world.ensure(node);
        Bench.forgetBookings(world, today);
        cookies.addAll(Clients.cookies(node, new Organization[] {BenchWorld.clinic(1)}));
      }
      var requests = new Requests(size, today, today.plusDays(30));
      var people = world.some(1, size.searchedFor());
      try (var started = Started.on(home, with)) {
        long before = started.megabytes();
        var clients = Clients.at(started.port(), cookies);
        var done =
            Measured.of(
                quick ? 5 : 30,
                client -> {
                  var time = requests.free(false);
                  var person = people.get(time.patient() % people.size());
                  requests.day(clients.of(client), false);
                  Requests.search(clients.of(client), Requests.nameAndBirth(person));
                  Requests.book(clients.of(client), time, person.id());
                });
        System.out.printf(
            Locale.ROOT,
            "%-36s %d MB after the start, %d MB after %d rounds of the main job%n",
            with.isEmpty() ? "memory" : "memory, without",
            before,
            started.megabytes(),
            done.nanos().size());
      }
    }
  }
}
