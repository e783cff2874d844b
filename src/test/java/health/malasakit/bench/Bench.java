package health.malasakit.bench;

import health.malasakit.Client;
import health.malasakit.Node;
import health.malasakit.postgres.Credentials;
import health.malasakit.postgres.DatabaseAddress;
import health.malasakit.postgres.Databases;
import health.malasakit.postgres.Home;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Measures the application over HTTP beside its limit: the very statements it sends, recorded from
 * one request of each client and sent again by plain JDBC with new ids, in the same transactions,
 * as the same role, in turns within one run.
 */
public final class Bench {

  private static final int PEOPLE = 12;

  private final BenchSize size;
  private final BenchWorld world;
  private final Node node;
  private final LocalDate today;
  private final Connections connections;
  private final Requests requests;

  private Bench(BenchSize size, BenchWorld world, Node node, Connections connections)
      throws SQLException {
    this.size = size;
    this.world = world;
    this.node = node;
    this.today = world.ensure(node);
    this.connections = connections;
    this.requests = new Requests(size, today);
  }

  /** {@code --quick}: a small world, under a minute; {@code --json}: for programs. */
  public static void main(String[] words) throws SQLException {
    for (var noise : List.of("logging.level.root", "logging.level.health.malasakit")) {
      System.setProperty(noise, "off");
    }
    var asked = Set.of(words);
    var size = asked.contains("--quick") ? BenchSize.QUICK : BenchSize.FULL;
    var base =
        Optional.ofNullable(System.getenv("MALASAKIT_BENCH_HOME")).orElse("target/bench-home");
    try (var databases = Databases.open(Home.at(Path.of(base, size.home())), Map.of());
        var node = Node.start(databases.address(), Map.of(), Recorder.class);
        var connections = new Connections(databases.address())) {
      var world = new BenchWorld(databases.address(), size);
      new Bench(size, world, node, connections).run(new Table(asked.contains("--json")));
    }
    System.exit(0);
  }

  private void run(Table table) throws SQLException {
    forgetBookings();
    for (boolean wide : new boolean[] {false, true}) {
      var people = wide ? IntStream.rangeClosed(1, size.clinics()) : IntStream.of(1);
      var clients =
          Clients.in(
              node,
              people
                  .mapToObj(BenchWorld::clinic)
                  .toArray(health.malasakit.access.Organization[]::new));
      var suffix = wide ? "_over_" + size.clinics() : "";
      searches(table, clients, wide, suffix);
      if (there(clients.of(0), "/days/" + BenchWorld.id("site", 1, 0) + "/" + today)) {
        reading(table, "day" + suffix, clients, (client, number) -> requests.day(client, wide));
      }
      new Booking(size, world, requests, connections).measure(table, clients, wide, suffix);
    }
    table.end();
  }

  private static boolean there(Client client, String path) {
    return client.get(path).status() == 200;
  }

  private void searches(Table table, Clients clients, boolean wide, String suffix)
      throws SQLException {
    var people = new ArrayList<BenchWorld.Person>();
    for (int clinic = 1; clinic <= (wide ? Math.min(size.clinics(), 10) : 1); clinic++) {
      people.addAll(world.some(clinic, wide ? PEOPLE : 5 * PEOPLE));
    }
    reading(
        table,
        "search_name_birth" + suffix,
        clients,
        (client, number) ->
            Requests.search(client, Requests.nameAndBirth(people.get(number % people.size()))));
    int found = 0;
    for (var person : people) {
      var page = Requests.search(clients.of(0), Requests.mistyped(person)).body();
      found += page.contains(person.id().toString()) ? 1 : 0;
    }
    table.recall(found / (double) people.size());
    reading(
        table,
        "search_typo" + suffix,
        clients,
        (client, number) ->
            Requests.search(client, Requests.mistyped(people.get(number % people.size()))));
  }

  private interface Asks {
    Client.Answer ask(Client client, int number);
  }

  /** Ours and the limit in turns, and the same as owner, for whom no policy hides anything. */
  private void reading(Table table, String name, Clients clients, Asks asks) throws SQLException {
    long since = System.currentTimeMillis();
    var recorded = new ArrayList<List<Recorder.Step>>();
    for (int number = 0; number < Measured.CLIENTS * 2; number++) {
      int one = number;
      recorded.add(Recorder.during(() -> asks.ask(clients.of(one % Measured.CLIENTS), one)));
    }
    var numbers = new AtomicInteger();
    var ours = new ArrayList<Measured>();
    var limit = new ArrayList<Measured>();
    var unguarded = new ArrayList<Measured>();
    for (int round = 0; round < size.rounds(); round++) {
      ours.add(
          Measured.of(
              size.secondsARound(),
              client -> {
                var answer = asks.ask(clients.of(client), numbers.getAndIncrement());
                if (answer.status() >= 400) {
                  throw new IllegalStateException(name + " answered " + answer.status());
                }
              }));
      limit.add(replayed(connections.application(), recorded, since));
      unguarded.add(replayed(connections.owner(), recorded, since));
    }
    var result = Measured.together(ours);
    table.row(name, result, Measured.together(limit), Measured.together(unguarded));
    if (size == BenchSize.FULL) {
      table.half(name, half(clients, asks, result.perSecond()));
    }
  }

  /** Half of full load: each client waits so long after the begin of an act before the next. */
  private Measured half(Clients clients, Asks asks, double perSecond) {
    long pause = (long) (2e9 * Measured.CLIENTS / perSecond);
    var numbers = new AtomicInteger();
    var times = java.util.Collections.synchronizedList(new ArrayList<Long>());
    Measured.of(
        size.secondsARound() * 2.0,
        client -> {
          long begin = System.nanoTime();
          asks.ask(clients.of(client), numbers.getAndIncrement());
          long took = System.nanoTime() - begin;
          times.add(took);
          java.util.concurrent.locks.LockSupport.parkNanos(Math.max(0, pause - took));
        });
    return new Measured(perSecond / 2, List.copyOf(times));
  }

  private Measured replayed(
      List<List<Connection>> to, List<List<Recorder.Step>> recorded, long since) {
    var turn = new AtomicInteger();
    return Measured.of(
        size.secondsARound() / 2.0,
        client -> {
          int own = client + Measured.CLIENTS * (turn.getAndIncrement() % 2);
          Recorder.replay(
              to.get(client), recorded.get(own), Recorder.freshIds(since, value -> value));
        });
  }

  /** Bookings of earlier runs. */
  private void forgetBookings() throws SQLException {
    try (var owner = world.owner()) {
      var later =
          "(select id from scheduling.visit where starts_at > timestamptz '"
              + today.plusDays(2)
              + "')";
      BenchWorld.run(owner, "delete from scheduling.visit_change where visit_id in " + later);
      BenchWorld.run(
          owner,
          "delete from scheduling.occupancy where starts_at > timestamptz '"
              + today.plusDays(2)
              + "'");
      BenchWorld.run(
          owner,
          "delete from scheduling.visit where starts_at > timestamptz '" + today.plusDays(2) + "'");
    }
  }

  /** Plain connections, a few for each client: a request may hold several at once. */
  record Connections(List<List<Connection>> application, List<List<Connection>> owner)
      implements AutoCloseable {

    private static final int AT_ONCE = 3;

    Connections(DatabaseAddress address) throws SQLException {
      this(open(address, address.application()), open(address, address.owner()));
    }

    private static List<List<Connection>> open(DatabaseAddress address, Credentials as)
        throws SQLException {
      var all = new ArrayList<List<Connection>>();
      for (int client = 0; client < Measured.CLIENTS; client++) {
        var own = new ArrayList<Connection>();
        for (int number = 0; number < AT_ONCE; number++) {
          own.add(DriverManager.getConnection(address.url(), as.name(), as.password()));
        }
        all.add(own);
      }
      return all;
    }

    @Override
    public void close() throws SQLException {
      for (var own : List.of(application, owner)) {
        for (var some : own) {
          for (var one : some) {
            one.close();
          }
        }
      }
    }
  }
}
