package health.malasakit.scheduling.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.TestDatabase;
import health.malasakit.coverage.Basis;
import health.malasakit.coverage.Policies;
import health.malasakit.coverage.PolicyFacts;
import health.malasakit.coverage.PolicyId;
import health.malasakit.coverage.Programme;
import health.malasakit.coverage.Subscriber;
import health.malasakit.kernel.PatientId;
import health.malasakit.scheduling.Practice;
import health.malasakit.scheduling.Visits;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A past visit keeps the coverage that was on file on its day. */
@MalasakitTest
class VisitCoverTest {

  private static final String NONE = "No coverage was on file that day.";

  private final ApplicationContext beans;
  private final Policies policies;
  private final int port;

  private Practice practice;
  private PatientId ana;
  private LocalDate lastWeek;

  VisitCoverTest(ApplicationContext beans, Policies policies, @LocalServerPort int port) {
    this.beans = beans;
    this.policies = policies;
    this.port = port;
  }

  @BeforeEach
  void aVisitLastWeek() {
    practice = Practice.in(beans, "America/New_York");
    ana = practice.patient("Ana", "Cruz");
    lastWeek = LocalDate.now(ZoneId.of("America/New_York")).minusDays(7);
    practice.seenBefore(ana, practice.practitioner("Reyes"), lastWeek);
  }

  @Test
  void what_was_on_file_that_day_stays_with_the_visit_whatever_is_corrected_since() {
    var old = enter("Bluewater Health", "A1");
    readDaysAgo(old, 10);
    assertThat(page()).contains("On file that day: Bluewater Health, ID A1, read by");

    practice.run(
        () -> policies.correct(practice.organization(), ana, old, facts("Red Rock Mutual", "B2")));

    assertThat(page())
        .contains("On file that day: Bluewater Health, ID A1, read by")
        .doesNotContain("Red Rock");
  }

  @Test
  void what_came_on_file_later_was_not_on_file_that_day() {
    assertThat(page()).contains(NONE);
    var late = enter("Bluewater Health", "A1");
    readDaysAgo(late, 2);
    assertThat(page()).contains(NONE).doesNotContain("Bluewater");
  }

  private String page() {
    var visits = practice.bean(Visits.class);
    var visit = practice.ask(() -> visits.of(practice.organization(), ana)).getFirst();
    return Client.on(port).as(practice.cookie()).get("/visits/" + visit.id()).body();
  }

  private PolicyId enter(String payer, String member) {
    return practice.ask(() -> policies.enter(practice.organization(), ana, facts(payer, member)));
  }

  private static PolicyFacts facts(String payer, String member) {
    return new PolicyFacts(
        payer,
        Programme.COMMERCIAL,
        Optional.empty(),
        "PPO",
        member,
        Subscriber.SELF,
        "",
        1,
        Optional.empty(),
        Optional.empty(),
        Basis.CARD);
  }

  private static void readDaysAgo(PolicyId policy, int days) {
    var sql =
        "update coverage.policy set read_at = now() - interval '%d days' where policy_id = '%s'"
            .formatted(days, policy);
    try (var connection = TestDatabase.superuser(TestDatabase.address());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
