package health.malasakit.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.TestDatabase;
import health.malasakit.TwoNodes;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.PatientId;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** People on both nodes who want the same at once, and what they are answered. */
final class Rivals {

  private static final int PEOPLE = 8;

  private final Practice practice;
  private final TwoNodes nodes;
  private final List<Client> clients = new ArrayList<>();
  private final long deadlocksBefore;

  private Rivals(Practice practice, TwoNodes nodes) throws SQLException {
    this.practice = practice;
    this.nodes = nodes;
    this.deadlocksBefore = deadlocks(nodes);
  }

  /** Signed in, half of them on each node. */
  static Rivals of(Practice practice, TwoNodes nodes) throws SQLException {
    var rivals = new Rivals(practice, nodes);
    var world = nodes.first().bean(World.class);
    for (int n = 0; n < PEOPLE; n++) {
      var cookie = world.cookieOf(practice.colleague(Role.SCHEDULER));
      int port = n % 2 == 0 ? nodes.first().port() : nodes.second().port();
      var client = Client.on(port).as(cookie);
      assertThat(client.json("/api/appointments", "{}").status()).isEqualTo(400);
      rivals.clients.add(client);
    }
    return rivals;
  }

  int book(int n, PatientId patient, PractitionerId doctor, VisitTypeId type, LocalDateTime start) {
    return clients
        .get(n % PEOPLE)
        .json("/api/appointments", body(patient, doctor, type, start))
        .status();
  }

  int move(int n, Visit visit, PractitionerId doctor, VisitTypeId type, LocalDateTime start) {
    var body =
        body(visit.patient(), doctor, type, start)
            .replace("{", "{\"version\": 1, \"reason\": \"swap\",");
    return clients
        .get((n / 2) % PEOPLE)
        .json("/api/appointments/" + visit.id() + "/move", body)
        .status();
  }

  private String body(
      PatientId patient, PractitionerId doctor, VisitTypeId type, LocalDateTime start) {
    return """
    {"patient": "%s", "site": "%s", "practitioner": "%s", "visitType": "%s",
     "start": "%s", "zone": "America/New_York"}
    """
        .formatted(patient, practice.site().id(), doctor, type, start);
  }

  interface Try {
    List<Integer> by(int client) throws Exception;
  }

  List<List<Integer>> atOnce(int count, Try work) throws InterruptedException, ExecutionException {
    var begin = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          IntStream.range(0, count)
              .mapToObj(n ->
                  threads.submit(
                      (Callable<List<Integer>>)
                          () -> {
                            begin.await();
                            return work.by(n);
                          }))
              .toList();
      begin.countDown();
      var answers = new ArrayList<List<Integer>>();
      for (var one : running) {
        answers.add(one.get());
      }
      return answers;
    }
  }

  static long count(List<List<Integer>> answers, int status) {
    return answers.stream().flatMap(List::stream).filter(one -> one == status).count();
  }

  void report(String race, List<List<Integer>> answers) throws SQLException {
    Map<Integer, Long> byStatus =
        answers.stream()
            .flatMap(List::stream)
            .collect(Collectors.groupingBy(one -> one, Collectors.counting()));
    long deadlocks = deadlocks(nodes) - deadlocksBefore;
    System.out.printf("Race, %s: answers %s, deadlocks %d%n", race, byStatus, deadlocks);
    assertThat(deadlocks).isZero();
  }

  private static long deadlocks(TwoNodes nodes) throws SQLException {
    try (var connection = TestDatabase.superuser(nodes.address());
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select deadlocks from pg_stat_database where datname = current_database()")) {
      row.next();
      return row.getLong(1);
    }
  }
}
