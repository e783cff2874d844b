package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.kernel.Moments;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.VisitId;
import health.malasakit.scheduling.Visits;
import health.malasakit.scheduling.answers.Confirmation;
import health.malasakit.scheduling.answers.VisitConfirmations;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Whether the next visit is confirmed is said on the page of a call. */
@MalasakitTest
class ConfirmedInCallTest {

  private final ApplicationContext beans;
  private final int port;
  private CallerOnTheLine line;
  private VisitsOfHer visits;

  ConfirmedInCallTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aCallerWithAVisit() {
    line = new CallerOnTheLine(beans, port);
    visits = VisitsOfHer.booked(beans, line, "her wish");
  }

  @Test
  void confirmed_by_text_is_said_with_when_until_the_visit_moves() {
    var visit = confirmed();
    line.proven();

    var at =
        line.asColleague(() -> beans.getBean(VisitConfirmations.class).of(visit)).orElseThrow();
    assertThat(line.client().get(line.call()).body())
        .contains(
            Moments.at(visit.time().from(), visit.time().zone()),
            "confirmed by text, " + Moments.at(at.at(), visit.time().zone()));
  }

  @Test
  void one_that_nobody_confirmed_says_nothing_of_it() {
    line.proven();

    assertThat(line.client().get(line.call()).body())
        .contains("/visits/" + visits.visit)
        .doesNotContain("confirmed by");
  }

  @Test
  void before_the_caller_is_proven_nothing_is_said() {
    confirmed();

    assertThat(line.client().get(line.call()).body()).doesNotContain("confirmed by text");
    line.ask("patient", Map.of("name", "Ana Cruz", "born", "1990"));
    assertThat(line.client().get(line.call()).body()).doesNotContain("confirmed by text");
  }

  private Visit confirmed() {
    return line.asColleague(() -> {
      var visit = beans.getBean(Visits.class).get(new VisitId(UUID.fromString(visits.visit)));
      beans.getBean(VisitConfirmations.class).confirm(visit, Confirmation.Channel.TEXT);
      return visit;
    });
  }
}
