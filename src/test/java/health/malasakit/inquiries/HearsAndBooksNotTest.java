package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.patients.speaking.Speaking;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Somebody is on the line who may hear about a patient, and not book for her. */
@MalasakitTest
class HearsAndBooksNotTest {

  private static final String KIND = "This caller may hear about the patient, but may not book";

  private final ApplicationContext beans;
  private final int port;
  private CallerOnTheLine line;
  private VisitsOfHer visits;

  HearsAndBooksNotTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aCallerIsOnTheLine() {
    line = new CallerOnTheLine(beans, port);
    visits = VisitsOfHer.booked(beans, line, "She asked");
  }

  @Test
  void no_address_books_moves_or_cancels() {
    line.proven();
    var hold = line.client().post("/holds", hold()).location();
    assertThat(hold).startsWith("/booking/");
    line.speaks("Rosa Santos", Set.of(Speaking.ASK));
    forHer();
    assertThat(line.client().get(line.call()).body()).doesNotContain("/openings?patient=");

    assertRefused(line.client().get("/openings?patient=" + line.ana()));
    assertRefused(line.client().get("/openings?moves=" + visits.visit));
    assertRefused(line.client().post("/holds", hold()));
    assertRefused(line.client().get(hold));
    assertRefused(line.client().post(hold, Map.of()));
    assertRefused(line.client().post("/visits/" + visits.visit + "/cancellation", cancelled()));
    var back = Map.of("version", "2", "reason", "It was a mistake");
    assertRefused(line.client().post("/visits/" + visits.cancelled + "/correction", back));
    assertRefused(line.client().json("/api/appointments", visits.body(14)));
    assertRefused(
        line.client()
            .json(
                "/api/appointments/" + visits.visit + "/move", visits.body(15, "\"version\": 1")));
    assertRefused(
        line.client()
            .json(
                "/api/appointments/" + visits.visit + "/cancellation",
                "{\"version\": 1, \"by\": \"patient\", \"reason\": \"No\"}"));
  }

  @Test
  void who_may_do_both_or_calls_as_the_patient_after_her_books() {
    line.speaks("Rosa Santos", Set.of(Speaking.ASK, Speaking.BOOK));
    forHer();
    assertThat(openings()).isEqualTo(200);

    line = new CallerOnTheLine(beans, port);
    line.speaks("Rosa Santos", Set.of(Speaking.ASK));
    forHer();
    assertThat(openings()).isEqualTo(403);
    line.proven();
    assertThat(openings()).as("the patient takes the telephone").isEqualTo(200);
  }

  private int openings() {
    return line.client().get("/openings?patient=" + line.ana()).status();
  }

  private void forHer() {
    var said = new HashMap<>(CallerOnTheLine.PROVEN);
    said.put("speaker", "Rosa Santos");
    assertThat(line.ask("for_her", said).status()).isEqualTo(302);
  }

  private Map<String, String> hold() {
    return Map.of(
        "patient", line.ana().toString(),
        "atSite", visits.site(),
        "with", visits.with(),
        "kind", visits.kind(),
        "start", visits.day() + "T13:00",
        "fold", "earlier",
        "requestId", UUID.randomUUID().toString());
  }

  private static Map<String, String> cancelled() {
    return Map.of("version", "1", "by", "patient", "reason", "Her sister said so");
  }

  private static void assertRefused(Client.Answer answer) {
    assertThat(answer.body()).contains(KIND);
    assertThat(answer.status()).isEqualTo(403);
  }
}
