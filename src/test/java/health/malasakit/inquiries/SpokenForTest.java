package health.malasakit.inquiries;

import static health.malasakit.inquiries.codes.CodeOnTheLine.above;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.patients.speaking.Basis;
import health.malasakit.patients.speaking.CourtOrder;
import health.malasakit.patients.speaking.NewRepresentative;
import health.malasakit.patients.speaking.Representatives;
import health.malasakit.patients.speaking.Speaking;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What somebody who speaks for a patient is told, and whose number points to whom. */
@MalasakitTest
class SpokenForTest {

  private static final String FATHERS = "(617) 555-0177";

  private final ApplicationContext beans;
  private final int port;
  private CallerOnTheLine line;

  SpokenForTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aCallerIsOnTheLine() {
    line = new CallerOnTheLine(beans, port);
  }

  @Test
  void who_may_book_for_her_is_told_the_next_visit_and_opens_it() {
    var visits = VisitsOfHer.booked(beans, line, "She asked");
    line.speaks("Rosa Santos", Set.of(Speaking.BOOK));

    forHer();

    assertThat(page())
        .contains("/visits/" + visits.visit, "Follow-up")
        .doesNotContain("Not told to this caller", "name=\"fact\"", "<dt>Last contact");
    assertThat(line.client().get("/visits/" + visits.visit).status()).isEqualTo(200);
  }

  @Test
  void one_thing_more_is_asked_of_who_may_hear_and_tells_her_what_was_said_before() {
    line.writtenUp("Statement of May is right.");
    line.speaks("Rosa Santos", Set.of(Speaking.BOOK, Speaking.ASK));
    forHer();
    assertThat(page())
        .contains("None booked", "name=\"fact\"", "value=\"for_her\"")
        .doesNotContain("Statement of May");

    var more = Map.of("candidate", line.ana().toString(), "fact", "zip", "value", "94607");
    assertThat(line.ask("for_her", more).status()).isEqualTo(302);

    assertThat(page())
        .contains("Statement of May is right.", "<dt>Promised")
        .doesNotContain("name=\"fact\"");
    assertThat(line.client().get(line.page()).status()).isEqualTo(403);
  }

  @Test
  void a_visit_that_is_hers_alone_and_what_was_said_beside_it_is_told_to_nobody_else() {
    line.writtenUp("Statement of May is right.");
    var visits = VisitsOfHer.booked(beans, line, "She asked");
    above(
        "set session_replication_role = replica; update scheduling.visit set confidential = true"
            + " where id = ?",
        UUID.fromString(visits.visit));
    line.speaks("Rosa Santos", Set.of(Speaking.BOOK, Speaking.ASK));

    forHer();
    line.ask(
        "for_her", Map.of("candidate", line.ana().toString(), "fact", "zip", "value", "94607"));

    assertThat(page())
        .contains("/visits/" + visits.video)
        .doesNotContain("/visits/" + visits.visit, "Statement of May");
  }

  @Test
  void who_is_late_is_told_the_visit_that_has_begun_and_then_the_next() {
    var visits = VisitsOfHer.booked(beans, line, "She asked");
    above(
        """
        update scheduling.visit set starts_at = now() - interval '10 minutes', ends_at = now() + interval '20 minutes',
               local_start = (now() - interval '10 minutes') at time zone zone where id = ?
        """,
        UUID.fromString(visits.visit));

    line.ask("patient", Map.of("name", "María de la Cruz", "birthDate", "3/12/1985"));

    assertThat(page())
        .containsSubsequence("/visits/" + visits.visit, "began 1", " min ago", visits.video);
  }

  @Test
  void a_father_whom_a_court_denies_makes_his_child_no_candidate_at_his_number() {
    var tomas =
        line.patient(
            "Tomás", "de la Cruz", LocalDate.of(2019, 5, 1), CallerOnTheLine.ANOTHER_NUMBER);
    var father =
        new NewRepresentative(
            "Luis Cruz",
            "father",
            Basis.PARENTAL,
            Set.of(Speaking.values()),
            "form seen",
            FATHERS,
            Optional.empty(),
            Optional.empty());
    var representatives = beans.getBean(Representatives.class);
    var clinic = line.clinic().id();
    var luis = line.asColleague(() -> representatives.add(clinic, tomas, father));
    line.onCall(line.ring(FATHERS));
    assertThat(line.client().get(line.call() + "?who=patient").body()).contains("T. D. L. C. 2019");
    var order =
        new CourtOrder(
            UUID.randomUUID(),
            CourtOrder.Effect.DENIES,
            Optional.of(luis),
            "No visits to be told",
            "Family Court",
            LocalDate.of(2020, 1, 1),
            Optional.empty());
    line.asColleague(() -> {
      representatives.order(clinic, tomas, order);
      return luis;
    });

    assertThat(line.client().get(line.call() + "?who=patient").body())
        .doesNotContain("T. D. L. C. 2019");
    line.onCall(line.ring(CallerOnTheLine.ANOTHER_NUMBER));
    assertThat(line.client().get(line.call() + "?who=patient").body()).contains("T. D. L. C. 2019");
  }

  private void forHer() {
    var said = new HashMap<>(Map.of("name", "María de la Cruz", "birthDate", "3/12/1985"));
    said.put("speaker", "Rosa Santos");
    assertThat(line.ask("for_her", said).status()).isEqualTo(302);
  }

  private String page() {
    return line.client().get(line.call()).body();
  }
}
