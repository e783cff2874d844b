package health.malasakit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.Node;
import health.malasakit.TestDatabase;
import health.malasakit.scheduling.Practice;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a booking costs in questions to the database: counted, so that it does not grow unseen. */
class StatementsOfABookingTest {

  /**
   * Three of them ask whether a caller is on the line, whether an emergency is open, and whether
   * the visit is by video; one leaves word for what the patient is told.
   */
  private static final int STATEMENTS_MAX = 29;

  @Test
  void a_booking_through_http_asks_no_more_than_it_did() {
    try (var node = Node.start(TestDatabase.migrated(), Map.of(), Recorder.class)) {
      count(node);
    }
  }

  private static void count(Node node) {
    var practice = Practice.in(node::bean, "America/New_York");
    var reyes = practice.practitioner("Reyes");
    var type = practice.type("Follow-up", 30);
    practice.seesPatientsAlways(reyes, type);
    var client = Client.on(node.port()).as(practice.cookie());
    var nine = practice.next(DayOfWeek.TUESDAY).atTime(9, 0);
    var ana = practice.patient("Ana", "Cruz");
    var ben = practice.patient("Ben", "Cruz");
    book(client, body(practice, ana, reyes, type, nine));

    var steps =
        Recorder.during(() -> book(client, body(practice, ben, reyes, type, nine.plusHours(1))));

    var asked = steps.stream().filter(StatementsOfABookingTest::asksSomething).toList();
    System.out.printf(
        "A booking through HTTP: %d statements, %d steps on the wire%n",
        asked.size(), steps.size());
    assertThat(asked.size()).isLessThanOrEqualTo(STATEMENTS_MAX);
  }

  /** A savepoint is a step on the wire; it asks nothing. */
  private static boolean asksSomething(Recorder.Step step) {
    return step instanceof Recorder.Step.Ask ask && !ask.sql().contains("savepoint");
  }

  private static void book(Client client, String body) {
    assertThat(client.json("/api/appointments", body).status()).isEqualTo(201);
  }

  private static String body(
      Practice practice, Object patient, Object doctor, Object type, LocalDateTime start) {
    return """
    {"patient": "%s", "site": "%s", "practitioner": "%s", "visitType": "%s",
     "start": "%s", "zone": "America/New_York"}
    """
        .formatted(patient, practice.site().id(), doctor, type, start);
  }
}
