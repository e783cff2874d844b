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
import health.malasakit.kernel.Refused;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many people at once, through HTTP, on two nodes of one database. */
class RacesTest {

  private static final int CLIENTS = 64;
  private static final int PEOPLE = 8;

  private static TwoNodes nodes;

  private Practice practice;
  private List<Client> clients;
  private LocalDateTime nine;
  private long deadlocksBefore;

  @BeforeAll
  static void start() {
    nodes = TwoNodes.start();
  }

  @AfterAll
  static void stop() {
    nodes.close();
  }

  @BeforeEach
  void aClinicWithPeopleOnBothNodes() throws SQLException {
    practice = Practice.in(nodes.first()::bean, "America/New_York");
    var world = nodes.first().bean(World.class);
    clients = new ArrayList<>();
    for (int n = 0; n < PEOPLE; n++) {
      var cookie = world.cookieOf(practice.colleague(Role.SCHEDULER));
      int port = n % 2 == 0 ? nodes.first().port() : nodes.second().port();
      var client = Client.on(port).as(cookie);
      assertThat(client.json("/api/appointments", "{}").status()).isEqualTo(400);
      clients.add(client);
    }
    nine = practice.next(DayOfWeek.TUESDAY).atTime(9, 0);
    deadlocksBefore = deadlocks();
  }

  @Test
  void sixty_four_clients_and_fifty_openings_make_exactly_fifty_visits() throws Exception {
    var doctor = practice.practitioner("Reyes");
    var type = practice.type("Flu shot", 15);
    practice.session(doctor, DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.of(21, 30), type);
    var patients = patients(CLIENTS);

    var answers =
        atOnce(
            CLIENTS,
            n -> {
              var all = new ArrayList<Integer>();
              for (int tries = 0; tries < 50; tries++) {
                var start = nine.plusMinutes(15L * ((n + tries) % 50));
                all.add(book(n, patients.get(n), doctor, type, start));
                if (all.getLast() == 201) {
                  break;
                }
              }
              return all;
            });

    report("50 openings", answers);
    assertThat(count(answers, 201)).isEqualTo(50);
    assertThat(answers.stream().flatMap(List::stream)).containsOnly(201, 409);
    assertThat(visits()).hasSize(50);
    assertThat(visits().stream().map(visit -> visit.time().from()).distinct()).hasSize(50);
  }

  @Test
  void practitioner_room_and_patient_are_taken_together_or_not_at_all() throws Exception {
    practice.room("Room 1");
    var type = practice.type("Exam", 30, Practice.examRoom());
    var doctors = List.of(practice.practitioner("Reyes"), practice.practitioner("Santos"));
    doctors.forEach(doctor -> practice.seesPatientsAlways(doctor, type));
    var patients = patients(3);

    var answers =
        atOnce(48, n -> List.of(book(n, patients.get(n % 3), doctors.get(n % 2), type, nine)));

    report("practitioner + room + patient", answers);
    assertThat(count(answers, 201)).isEqualTo(1);
    assertThat(answers.stream().flatMap(List::stream)).containsOnly(201, 409);
    assertThat(visits()).hasSize(1);
  }

  @Test
  void two_opposite_moves_never_wait_for_each_other() throws Exception {
    var type = practice.type("Follow-up", 30);
    var doctor = practice.practitioner("Reyes");
    practice.seesPatientsAlways(doctor, type);
    var bookings = practice.bean(Bookings.class);
    var patients = patients(2);
    var one =
        practice.ask(() -> bookings.bookNow(practice.wanted(patients.get(0), doctor, type, nine)));
    var other =
        practice.ask(() ->
            bookings.bookNow(practice.wanted(patients.get(1), doctor, type, nine.plusHours(1))));

    var answers =
        atOnce(
            40,
            n ->
                List.of(
                    n % 2 == 0
                        ? move(n, one, doctor, type, nine.plusHours(1))
                        : move(n, other, doctor, type, nine)));

    report("opposite moves", answers);
    assertThat(answers.stream().flatMap(List::stream)).containsOnly(409);
    assertThat(visits()).containsExactly(one, other);
  }

  @Test
  void a_hold_that_ends_in_the_race_is_booked_once() throws Exception {
    var type = practice.type("Follow-up", 30);
    var doctor = practice.practitioner("Reyes");
    practice.seesPatientsAlways(doctor, type);
    var patients = patients(32);
    var all = new ArrayList<List<Integer>>();
    for (int round = 0; round < 3; round++) {
      var start = nine.plusMinutes(30L * round);
      var holds = practice.bean(Holds.class);
      var bookings = practice.bean(Bookings.class);
      var hold =
          practice.ask(() -> holds.hold(practice.wanted(patients.get(0), doctor, type, start)));
      endSoon(hold);
      var answers =
          atOnce(
              24,
              n ->
                  n == 0
                      ? List.of(bookHeld(bookings, hold))
                      : List.of(book(n, patients.get(n), doctor, type, start)));
      all.addAll(answers);
      assertThat(count(answers, 201)).isEqualTo(1);
      assertThat(answers.stream().flatMap(List::stream)).containsOnly(201, 409);
    }
    report("a hold that ends", all);
    assertThat(visits()).hasSize(3);
  }

  private int bookHeld(Bookings bookings, Hold hold) {
    try {
      practice.ask(() -> bookings.book(hold.id()));
      return 201;
    } catch (Refused refused) {
      return refused.kind().status();
    }
  }

  /** As if five minutes had passed but a moment. */
  private static void endSoon(Hold hold) throws SQLException {
    try (var connection = TestDatabase.superuser(nodes.address());
        var statement =
            connection.prepareStatement(
                "update scheduling.occupancy set until = now() + interval '40 ms' where holder_id = ?")) {
      statement.setObject(1, hold.id().value());
      assertThat(statement.executeUpdate()).isEqualTo(2);
    }
  }

  private int book(
      int n, PatientId patient, PractitionerId doctor, VisitTypeId type, LocalDateTime start) {
    return clients
        .get(n % PEOPLE)
        .json("/api/appointments", body(patient, doctor, type, start))
        .status();
  }

  private int move(
      int n, Visit visit, PractitionerId doctor, VisitTypeId type, LocalDateTime start) {
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

  private List<PatientId> patients(int count) {
    return IntStream.range(0, count).mapToObj(n -> practice.patient("Ana" + n, "Cruz")).toList();
  }

  private List<Visit> visits() {
    var visits = practice.bean(Visits.class);
    return practice.ask(() -> visits.on(practice.site(), nine.toLocalDate()));
  }

  private interface Try {
    List<Integer> by(int client) throws Exception;
  }

  private static List<List<Integer>> atOnce(int count, Try work)
      throws InterruptedException, ExecutionException {
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

  private static long count(List<List<Integer>> answers, int status) {
    return answers.stream().flatMap(List::stream).filter(one -> one == status).count();
  }

  private void report(String race, List<List<Integer>> answers) throws SQLException {
    Map<Integer, Long> byStatus =
        answers.stream()
            .flatMap(List::stream)
            .collect(Collectors.groupingBy(one -> one, Collectors.counting()));
    long deadlocks = deadlocks() - deadlocksBefore;
    System.out.printf("Race, %s: answers %s, deadlocks %d%n", race, byStatus, deadlocks);
    assertThat(deadlocks).isZero();
  }

  private static long deadlocks() throws SQLException {
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
