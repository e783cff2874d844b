package health.malasakit.bench;

import health.malasakit.Client;
import health.malasakit.Node;
import health.malasakit.postgres.Databases;
import health.malasakit.postgres.Home;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Measures the application over HTTP beside its limit: the very statements it sends, recorded from
 * one request of each client and sent again by plain JDBC with new ids, in the same transactions,
 * as the same role, in turns within one run.
 */
public final class Bench {

  private final BenchSize size;
  private final BenchWorld world;
  private final Node node;
  private final LocalDate today;
  private final LocalDate firstFree;
  private final Connections connections;
  private final Requests requests;
  private final List<String> only = new ArrayList<>();

  private Bench(BenchSize size, BenchWorld world, Node node, Connections connections)
      throws SQLException {
    this.size = size;
    this.world = world;
    this.node = node;
    this.today = world.ensure(node);
    this.connections = connections;
    this.firstFree = later(today, LocalDate.now(Booking.ZONE)).plusDays(2);
    this.requests = new Requests(size, today, firstFree);
  }

  /**
   * {@code --quick}: a small world, under a minute once it is built and made; {@code --json}: for
   * programs; {@code --make}: only makes the world; {@code --slowest}: tells which statements take
   * the time; {@code --audit N}: measures the audit's pages over N lines instead; {@code --calls}:
   * an hour of telephone calls instead; {@code --calls --faults}: the hour while a process of the
   * program and PostgreSQL are killed; {@code --faults}: the same to bookings; {@code --start},
   * {@code --memory}: of the program as a person starts it; {@code --reminders}: messages a second,
   * and with {@code --faults} a run whose sender is killed. Other words name the workloads that are
   * measured, by their beginning; none names all.
   */
  public static void main(String[] words) throws Exception {
    for (var noise : List.of("logging.level.root", "logging.level.health.malasakit")) {
      System.setProperty(noise, "off");
    }
    var asked = Set.of(words);
    var size = asked.contains("--quick") ? BenchSize.QUICK : BenchSize.FULL;
    var base =
        Optional.ofNullable(System.getenv("MALASAKIT_BENCH_HOME")).orElse("target/bench-home");
    if (Apart.run(asked, Path.of(base))) {
      System.exit(0);
    }
    if (asked.contains("--calls")) {
      var table = new Table(asked.contains("--json"), asked.contains("--slowest"));
      CallsBench.run(Path.of(base), table, asked.contains("--quick"));
      System.exit(0);
    }
    if (asked.contains("--audit")) {
      AuditBench.run(Path.of(base), Long.parseLong(words[words.length - 1]));
      System.exit(0);
    }
    try (var databases = Databases.open(Home.at(Path.of(base, size.home())), Map.of());
        var node = Node.start(databases.address(), Map.of(), Recorder.class);
        var connections = new Connections(databases.address())) {
      var world = new BenchWorld(databases.address(), size);
      var bench = new Bench(size, world, node, connections);
      bench.only.addAll(asked.stream().filter(word -> !word.startsWith("--")).toList());
      if (!asked.contains("--make")) {
        bench.run(new Table(asked.contains("--json"), asked.contains("--slowest")));
      }
    }
    System.exit(0);
  }

  private void run(Table table) throws SQLException {
    forgetBookings(world, today);
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
      reading(table, "day" + suffix, clients, (client, number) -> requests.day(client, wide));
      if (asked("booking")) {
        new Booking(size, world, requests, connections).measure(table, clients, wide, suffix);
      }
    }
    if (asked("openings")) {
      openings(table);
    }
    if (asked("audit")) {
      var clients = Clients.in(node, BenchWorld.clinic(1));
      new AuditCost(size, world, requests, connections).measure(table, clients);
    }
    table.end();
  }

  private void openings(Table table) throws SQLException {
    try (var owner = world.owner()) {
      var books = FullBooks.made(node, owner);
      var clients = Clients.in(node, books.practice().clinic());
      reading(table, "openings", clients, (client, number) -> client.get(books.path()));
    }
  }

  private boolean asked(String workload) {
    return only.isEmpty() || only.stream().anyMatch(workload::startsWith);
  }

  private void searches(Table table, Clients clients, boolean wide, String suffix)
      throws SQLException {
    var people = new ArrayList<BenchWorld.Person>();
    int clinics = wide ? Math.min(size.clinics(), 10) : 1;
    for (int clinic = 1; clinic <= clinics; clinic++) {
      people.addAll(world.some(clinic, size.searchedFor() / clinics));
    }
    search(table, "search_name_birth" + suffix, clients, people, Requests::nameAndBirth);
    search(table, "search_typo" + suffix, clients, people, Requests::mistyped);
  }

  /** First who of those people is found at all, then how fast. */
  private void search(
      Table table,
      String name,
      Clients clients,
      List<BenchWorld.Person> people,
      Function<BenchWorld.Person, String> typed)
      throws SQLException {
    if (!asked(name)) {
      return;
    }
    int found = 0;
    for (var person : people) {
      var page = Requests.search(clients.of(0), typed.apply(person)).body();
      found += page.contains(person.id().toString()) ? 1 : 0;
    }
    table.recall(found / (double) people.size());
    reading(
        table,
        name,
        clients,
        (client, number) ->
            Requests.search(client, typed.apply(people.get(number % people.size()))));
  }

  private interface Asks {
    Client.Answer ask(Client client, int number);
  }

  /** Ours and the limit in turns, and the same as owner, for whom no policy hides anything. */
  private void reading(Table table, String name, Clients clients, Asks asks) throws SQLException {
    if (!asked(name)) {
      return;
    }
    long since = System.currentTimeMillis();
    var recorded = new ArrayList<List<Recorder.Step>>();
    for (int number = 0; number < Measured.CLIENTS * 2; number++) {
      int one = number;
      recorded.add(Recorder.during(() -> asks.ask(clients.of(one % Measured.CLIENTS), one)));
    }
    var numbers = new AtomicInteger();
    Measured.Act act =
        client -> {
          var answer = asks.ask(clients.of(client), numbers.getAndIncrement());
          if (answer.status() != 200) {
            throw new IllegalStateException(name + " answered " + answer.status());
          }
        };
    var ours = new ArrayList<Measured>();
    var limit = new ArrayList<Measured>();
    var unguarded = new ArrayList<Measured>();
    for (int round = 0; round < size.rounds(); round++) {
      ours.add(Measured.of(size.secondsARound(), act));
      unguarded.add(replayed(connections.owner(), recorded, since));
      Slowest.forget();
      limit.add(replayed(connections.application(), recorded, since));
    }
    var result = Measured.together(ours);
    table.row(name, result, Measured.together(limit), Measured.together(unguarded));
    if (size.halfLoadSeconds() > 0) {
      var half = Measured.steady(result.perSecond() / 2, size.halfLoadSeconds(), act);
      table.half(name, half, Measured.together(limit));
    }
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

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /** Bookings of earlier runs, each after the last day of the world. */
  static void forgetBookings(BenchWorld world, LocalDate today) throws SQLException {
    var after = "timestamptz '" + today.plusDays(1) + " 12:00Z'";
    try (var owner = world.owner()) {
      Sql.run(
          owner,
          "delete from scheduling.visit_change where visit_id in"
              + " (select id from scheduling.visit where starts_at > %s)",
          after);
      Sql.run(owner, "delete from scheduling.occupancy where starts_at > %s", after);
      Sql.run(owner, "delete from scheduling.visit where starts_at > %s", after);
    }
  }
}
