package health.malasakit.bench;

import health.malasakit.Client;
import health.malasakit.Node;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.audit.Sealing;
import health.malasakit.audit.Verification;
import health.malasakit.postgres.DatabaseAddress;
import health.malasakit.postgres.Databases;
import health.malasakit.postgres.Home;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the audit's pages, its seals and its proof cost over many lines: each page over HTTP, and
 * the rows that its statements read, as the application role with policies on.
 */
final class AuditBench {

  private static final int TIMES = 15;

  private final Node node;
  private final DatabaseAddress address;
  private final AuditWorld world;

  private AuditBench(Node node, DatabaseAddress address, AuditWorld world) {
    this.node = node;
    this.address = address;
    this.world = world;
  }

  /** Makes what is missing of so many lines in a home of its own, and measures. */
  static void run(Path base, long lines) throws SQLException {
    try (var databases = Databases.open(Home.at(base.resolve("audit-world")), Map.of());
        var node =
            Node.start(
                databases.address(), Map.of("malasakit.jobs.enabled", "false"), Recorder.class)) {
      var world = new AuditWorld(databases.address(), lines);
      world.ensure();
      var bench = new AuditBench(node, databases.address(), world);
      bench.pages();
      bench.seals();
      bench.sizes();
    }
  }

  private void pages() throws SQLException {
    var clinic = BenchWorld.clinic(1);
    var officer = node.bean(World.class).person(Role.PRIVACY_OFFICER, clinic);
    var client = Client.on(node.port()).as(node.bean(World.class).cookieOf(officer));
    var here = "/audit/" + clinic.slug();
    var day = LocalDate.now(Booking.ZONE).minusDays(30);
    System.out.printf(
        "%-26s %8s %8s %10s %12s %10s%n",
        "page", "p50 ms", "max ms", "statements", "rows read", "ms in SQL");
    page(client, "officer's first page", here);
    page(client, "by patient (her own list)", here + "/patients/" + AuditWorld.patient(7));
    page(client, "by person", here + "/lines?person=" + AuditWorld.person(7));
    page(client, "by day", here + "/lines?day=" + day);
    page(client, "by day, older", here + "/lines?day=" + day + "&before=" + world.noonOf(day));
  }

  private void page(Client client, String name, String path) throws SQLException {
    var millis = new ArrayList<Double>();
    for (int number = 0; number <= TIMES; number++) {
      long begin = System.nanoTime();
      var answer = client.get(path);
      if (answer.status() != 200) {
        throw new IllegalStateException(path + " answered " + answer.status());
      }
      if (number > 0) {
        millis.add((System.nanoTime() - begin) / 1e6);
      }
    }
    millis.sort(Double::compare);
    var read = Explained.of(address, Recorder.during(() -> client.get(path)));
    System.out.printf(
        "%-26s %8.1f %8.1f %10d %12d %10.1f%n",
        name,
        millis.get(TIMES / 2),
        millis.getLast(),
        read.statements(),
        read.rows(),
        read.millis());
    read.whole().forEach(table -> System.out.println("  reads the whole of " + table));
  }

  private void seals() throws SQLException {
    var organization = BenchWorld.clinic(1).id();
    long begin = System.nanoTime();
    int sealed = node.bean(Sealing.class).seal(organization);
    double seconds = (System.nanoTime() - begin) / 1e9;
    if (sealed > 0) {
      System.out.printf(
          "sealing: %,d lines in %.1f s, %,.0f/s, %.0f ms for a batch of 1000%n",
          sealed, seconds, sealed / seconds, 1e6 * seconds / sealed);
    }
    world.moreLines(1, 1_000);
    begin = System.nanoTime();
    sealed = node.bean(Sealing.class).seal(organization);
    System.out.printf(
        "sealing the next %d lines behind all others: %.0f ms%n",
        sealed, (System.nanoTime() - begin) / 1e6);
    begin = System.nanoTime();
    var verdict = node.bean(Verification.class).verify(organization);
    seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        "verify: %,d lines in %.1f s, %,.0f/s, %s%n",
        verdict.lines(),
        seconds,
        verdict.lines() / seconds,
        verdict.finding().map(Object::toString).orElse("whole"));
  }

  private void sizes() throws SQLException {
    for (var table : List.of("line", "listed", "seal", "reopening", "drawn")) {
      System.out.println(world.size(table));
    }
  }
}
