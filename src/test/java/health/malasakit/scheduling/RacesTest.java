package health.malasakit.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.TestDatabase;
import health.malasakit.TwoNodes;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many people at once, through HTTP, on two nodes of one database. */
class RacesTest {

  private static final int CLIENTS = 64;

  private static TwoNodes nodes;

  private Practice practice;
  private Rivals rivals;
  private LocalDateTime nine;

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
    rivals = Rivals.of(practice, nodes);
    nine = practice.next(DayOfWeek.TUESDAY).atTime(9, 0);
  }

  @Test
  void sixty_four_clients_and_fifty_openings_make_exactly_fifty_visits() throws Exception {
    var doctor = practice.practitioner("Reyes");
    var type = practice.type("Flu shot", 15);
    practice.session(doctor, DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.of(21, 30), type);
    var patients = patients(CLIENTS);

    var answers =
        rivals.atOnce(
            CLIENTS,
            n -> {
              var all = new ArrayList<Integer>();
              for (int tries = 0; tries < 50; tries++) {
                var start = nine.plusMinutes(15L * ((n + tries) % 50));
                all.add(rivals.book(n, patients.get(n), doctor, type, start));
                if (all.getLast() == 201) {
                  break;
                }
              }
              return all;
            });

    rivals.report("50 openings", answers);
    assertThat(Rivals.count(answers, 201)).isEqualTo(50);
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
        rivals.atOnce(
            48, n -> List.of(rivals.book(n, patients.get(n % 3), doctors.get(n % 2), type, nine)));

    rivals.report("practitioner + room + patient", answers);
    assertThat(Rivals.count(answers, 201)).isEqualTo(1);
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
        rivals.atOnce(
            40,
            n ->
                List.of(
                    n % 2 == 0
                        ? rivals.move(n, one, doctor, type, nine.plusHours(1))
                        : rivals.move(n, other, doctor, type, nine)));

    rivals.report("opposite moves", answers);
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
          rivals.atOnce(
              24,
              n ->
                  n == 0
                      ? List.of(bookHeld(bookings, hold))
                      : List.of(rivals.book(n, patients.get(n), doctor, type, start)));
      all.addAll(answers);
      assertThat(Rivals.count(answers, 201)).isEqualTo(1);
      assertThat(answers.stream().flatMap(List::stream)).containsOnly(201, 409);
    }
    rivals.report("a hold that ends", all);
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

  private List<PatientId> patients(int count) {
    return IntStream.range(0, count).mapToObj(n -> practice.patient("Ana" + n, "Cruz")).toList();
  }

  private List<Visit> visits() {
    var visits = practice.bean(Visits.class);
    return practice.ask(() -> visits.on(practice.site(), nine.toLocalDate()));
  }
}
