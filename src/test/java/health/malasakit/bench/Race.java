package health.malasakit.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Many clients after few openings: each is won once, everybody else hears so. */
record Race(Booking booking, Clients clients, Map<Integer, List<UUID>> patients) {

  private static final int RACERS = 64;
  private static final int SLOTS = 50;

  /**
   * Measures it beside what plain JDBC reaches with as many bookings won and lost.
   *
   * @param won what plain JDBC reaches with bookings that nobody else asks for
   */
  void measure(Table table, Measured won) throws SQLException {
    long deadlocks = deadlocks();
    var openings = new ArrayList<Requests.Time>();
    for (int slot = 0; slot < SLOTS; slot++) {
      openings.add(booking.requests().free(false));
    }
    var winners = new AtomicInteger();
    var errors = new AtomicInteger();
    var nanos = Collections.synchronizedList(new ArrayList<Long>());
    long begin = System.nanoTime();
    try (var racers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int racer = 0; racer < RACERS; racer++) {
        int number = racer;
        racers.submit(() -> {
          for (var opening : asked(openings, number)) {
            long start = System.nanoTime();
            int status = book(number, opening);
            nanos.add(System.nanoTime() - start);
            winners.addAndGet(status == 201 ? 1 : 0);
            errors.addAndGet(status >= 500 ? 1 : 0);
          }
        });
      }
    }
    var measured = new Measured(nanos.size() * 1e9 / (System.nanoTime() - begin), nanos);
    table.row(
        "contended",
        measured,
        limit(won, winners.get(), openings),
        ",\"slots\":%d,\"winners\":%d,\"server_errors\":%d,\"deadlocks\":%d"
            .formatted(SLOTS, winners.get(), errors.get(), deadlocks() - deadlocks));
  }

  /** Which openings she asks for: some, in an order of her own; all together ask for all. */
  private List<Requests.Time> asked(List<Requests.Time> openings, int racer) {
    var order = new ArrayList<>(openings);
    Collections.rotate(order, racer);
    var some = order.subList(0, tries());
    Collections.shuffle(some, new Random(racer));
    return some;
  }

  private int tries() {
    return booking.size().triesOfARacer();
  }

  private int book(int racer, Requests.Time opening) {
    var here = patients.get(1);
    var patient = here.get((racer * SLOTS + opening.patient()) % here.size());
    return Requests.book(clients.of(racer % Measured.CLIENTS), opening, patient).status();
  }

  /** As many won and lost as in the race, each at the pace that plain JDBC reaches with such. */
  private Measured limit(Measured won, int winners, List<Requests.Time> taken) throws SQLException {
    var recorded = new ArrayList<Booking.Recorded>();
    for (int client = 0; client < Measured.CLIENTS; client++) {
      var time = later(taken.get(client), client);
      recorded.add(Booking.record(clients.of(client), time, patients));
    }
    var lost =
        Measured.of(
            booking.size().secondsARound(),
            client ->
                booking.replay(
                    client, recorded.get(client), recorded.get(client).time(), patients));
    Published.forget(booking.connections().anOwner());
    int all = RACERS * tries();
    double seconds = winners / won.perSecond() + (all - winners) / lost.perSecond();
    return new Measured(all / seconds, lost.nanos());
  }

  /** The same time, for somebody else than who has it. */
  private static Requests.Time later(Requests.Time taken, int client) {
    return new Requests.Time(
        taken.clinic(), taken.practitioner(), taken.patient() + 1000 + client, taken.start());
  }

  private long deadlocks() throws SQLException {
    try (var owner = booking.world().owner()) {
      return Long.parseLong(
          Sql.texts(
                  owner,
                  "select deadlocks from pg_stat_database where datname = current_database()")
              .getFirst());
    }
  }
}
