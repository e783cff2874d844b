package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.inquiries.redflags.Emergencies;
import health.malasakit.inquiries.redflags.EmergencyId;
import health.malasakit.inquiries.redflags.RedFlags;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@MalasakitTest
class ClosedDuringCallTest {

  private final ApplicationContext beans;
  private final int port;
  private CallerOnTheLine line;

  ClosedDuringCallTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aCallerIsOnTheLine() {
    line = new CallerOnTheLine(beans, port);
  }

  @Test
  void before_the_gate_nothing_of_a_patient_is_in_any_answer() {
    for (var path :
        List.of(
            line.page(),
            line.page() + "/history",
            line.page() + "/edit",
            line.page() + "/care",
            "/openings?patient=" + line.ana(),
            line.call(),
            "/calls",
            "/")) {
      assertThat(line.client().get(path).body())
          .as(path)
          .doesNotContain("Cruz")
          .doesNotContain("12 Oak")
          .doesNotContain("MRN-77");
    }
    var found =
        line.client()
            .get(line.client().post("/search", Map.of("q", "cruz 1985")).location())
            .body();
    assertThat(found).contains("A caller is on the line").doesNotContain("Restricted");
    assertThat(found)
        .doesNotContain("María")
        .doesNotContain("12 Oak")
        .doesNotContain("(617) 555-0142");
    assertThat(line.client().get(line.page()).status()).isEqualTo(403);
  }

  @Test
  void another_patient_stays_closed_until_the_call_is_over() {
    var other =
        line.patient("Ana", "Reyes", LocalDate.of(1990, 5, 1), CallerOnTheLine.ANOTHER_NUMBER);
    var herPage = "/patients/" + line.clinic().slug() + "/" + other;
    line.proven();

    assertThat(line.client().get(herPage).status()).isEqualTo(403);
    line.over();
    assertThat(line.client().get(herPage).status()).isEqualTo(200);
  }

  @Test
  void the_emergency_of_another_call_is_closed_and_ones_own_never_is() {
    var another = "/emergencies/" + line.clinic().slug() + "/" + line.asColleague(this::emergency);
    var given = Map.of("place", "12 Elm St", "callback", "");

    assertThat(line.client().get(another).status()).isEqualTo(403);
    assertThat(line.client().get(another).body())
        .contains("the emergency of another call")
        .doesNotContain("555-0177");
    assertThat(line.client().post(another + "/place", given).status()).isEqualTo(403);
    var own = Map.of("clinic", line.clinic().slug());
    var hers = line.client().post("/red-flags/RF01/emergency", own).location();
    assertThat(line.client().get(hers).status()).isEqualTo(200);
    line.over();
    assertThat(line.client().get(another).body()).contains("555-0177");
    line.ring(CallerOnTheLine.ANOTHER_NUMBER);
    assertThat(line.client().get(hers).status()).isEqualTo(200);
    assertThat(line.client().get(another).status()).isEqualTo(403);
  }

  private EmergencyId emergency() {
    return beans
        .getBean(Emergencies.class)
        .open(
            line.clinic().id(),
            beans.getBean(RedFlags.class).get("RF01"),
            new Emergencies.Contact(Optional.empty(), "(617) 555-0177"));
  }

  @Test
  void a_caller_who_waits_does_not_open_what_is_not_hers() {
    line.proven();
    line.client().post(line.call() + "/hold", Map.of());
    line.ring(CallerOnTheLine.ANOTHER_NUMBER);

    assertThat(line.client().get(line.page()).status()).isEqualTo(403);
  }

  @Test
  void a_second_caller_does_not_open_the_record_of_the_first() {
    line.proven();
    line.ring(CallerOnTheLine.ANOTHER_NUMBER);

    assertThat(line.client().get(line.page()).status()).isEqualTo(403);
  }

  @Test
  void after_three_answers_that_do_not_match_nothing_is_asked_any_more() {
    for (int n = 0; n < 3; n++) {
      line.ask("patient", Map.of("name", "Maria Santos", "birthDate", "3/12/1985"));
    }

    assertThat(line.client().get(line.call()).body())
        .contains("Nothing more can be told in this call");
    var right = line.ask("patient", Map.of("name", "María de la Cruz", "birthDate", "3/12/1985"));
    assertThat(right.status()).isEqualTo(409);
    assertThat(line.client().get(line.page()).status()).isEqualTo(403);
  }

  @Test
  void a_record_that_is_not_about_the_caller_opens_with_a_reason() {
    var closed = line.client().get(line.page());
    assertThat(closed.body()).contains("Not about this caller");

    assertThat(
            line.client()
                .post(
                    line.call() + "/asides",
                    Map.of("patient", line.ana().toString(), "next", line.page(), "reason", " "))
                .status())
        .isEqualTo(422);
    var opened =
        line.client()
            .post(
                line.call() + "/asides",
                Map.of(
                    "patient",
                    line.ana().toString(),
                    "next",
                    line.page(),
                    "reason",
                    "The nurse asked me aside."));

    assertThat(opened.location()).isEqualTo(line.page());
    assertThat(line.client().get(line.page()).status()).isEqualTo(200);

    line.ring(CallerOnTheLine.ANOTHER_NUMBER);
    assertThat(line.client().get(line.page()).status()).as("to the next caller").isEqualTo(403);
  }

  @Test
  void a_call_that_is_over_opens_no_other_record() {
    var before = line.call();
    line.client().post(before + "/end", Map.of());
    line.ring(CallerOnTheLine.ANOTHER_NUMBER);

    var answer =
        line.client()
            .post(
                before + "/asides",
                Map.of(
                    "patient",
                    line.ana().toString(),
                    "next",
                    line.page(),
                    "reason",
                    "The nurse asked me aside."));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(line.client().get(line.page()).status()).isEqualTo(403);
  }

  @Test
  void what_matched_is_kept_and_not_what_was_said() {
    line.ask(
        "patient",
        Map.of(
            "name", "María de la Cruz", "birthDate", "3/12/1985", "fact", "zip", "value", "94608"));

    var kept = line.as(this::tries);

    assertThat(kept)
        .singleElement()
        .asString()
        .contains(
            "\"matched\":[\"name\",\"birth_date\"]",
            "\"asked\":[\"name\",\"birth_date\",\"zip\"]",
            "no_match")
        .doesNotContain("Cruz")
        .doesNotContain("9460")
        .doesNotContain("1985");
  }

  private List<String> tries() {
    return new TransactionTemplate(beans.getBean(PlatformTransactionManager.class))
        .execute(status ->
            beans
                .getBean(JdbcClient.class)
                .sql("select row_to_json(t)::text from inquiries.gate_try t")
                .query(String.class)
                .list());
  }
}
