package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.workqueue.NewPromise;
import health.malasakit.workqueue.Promise;
import health.malasakit.workqueue.Promises;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@MalasakitTest
class PromisedDuringCallTest {

  private final ApplicationContext beans;
  private final CallerOnTheLine line;

  PromisedDuringCallTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.line = new CallerOnTheLine(beans, port);
  }

  @Test
  void what_was_promised_is_told_when_her_record_is_open_and_not_when_she_may_book() {
    line.asColleague(() ->
        beans
            .getBean(Promises.class)
            .make(
                new NewPromise(
                    line.clinic().id(),
                    Optional.of(line.ana()),
                    "The letter about her knee",
                    Promise.To.PATIENT,
                    Instant.now().plus(1, ChronoUnit.DAYS),
                    ZoneId.of("America/New_York"),
                    line.luz().account())));
    assertThat(line.client().get("/").body())
        .contains("Closed during the call")
        .doesNotContain("Restricted record")
        .doesNotContain("Cruz")
        .doesNotContain("her knee");

    line.ask("patient", Map.of("name", "María de la Cruz", "birthDate", "3/12/1985"));
    assertThat(line.client().get("/").body())
        .contains("Closed during the call", "María de la Cruz")
        .doesNotContain("her knee");

    line.proven();
    assertThat(line.client().get("/").body())
        .contains("The letter about her knee")
        .doesNotContain("Closed during the call");
  }
}
