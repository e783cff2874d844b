package health.malasakit.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.directory.Notice;
import health.malasakit.directory.Notices;
import health.malasakit.directory.PractitionerId;
import health.malasakit.kernel.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** "Runs 40 min late" stands beside each visit that it concerns, and beside no other. */
@MalasakitTest
class NoticesBesideVisitsTest {

  private static final String LATE = "Runs 40 min late.";

  private final ApplicationContext beans;

  @LocalServerPort private int port;

  private FollowUps clinic;
  private Practice practice;
  private Client client;
  private PatientId ana;
  private LocalDateTime nine;

  NoticesBesideVisitsTest(ApplicationContext beans) {
    this.beans = beans;
  }

  @BeforeEach
  void aClinic() {
    clinic = FollowUps.in(beans);
    practice = clinic.practice();
    client = Client.on(port).as(practice.cookie());
    ana = practice.patient("Ana", "Cruz");
    nine = clinic.nine();
  }

  @Test
  void it_stands_beside_his_visit_on_her_page_on_the_visit_and_before_it_is_booked() {
    var visit = clinic.book(ana, nine);
    var hold = client.post("/holds?patient=" + ana, clinic.choice(nine.plusHours(1))).location();
    assertThat(hers()).doesNotContain(LATE);
    notice(clinic.reyes(), at(nine).minus(Duration.ofHours(1)), at(nine).plus(Duration.ofHours(3)));

    assertThat(hers()).contains(LATE);
    assertThat(client.get("/visits/" + visit.id()).body()).contains(LATE);
    assertThat(client.get(hold).body()).contains(LATE);
  }

  @Test
  void another_practitioners_and_one_that_is_over_by_then_stand_beside_nothing() {
    var visit = clinic.book(ana, nine);
    var other = practice.practitioner("Santos");
    notice(other, at(nine).minus(Duration.ofHours(1)), at(nine).plus(Duration.ofHours(3)));
    notice(clinic.reyes(), at(nine).minus(Duration.ofHours(2)), at(nine));

    assertThat(hers()).doesNotContain(LATE);
    assertThat(client.get("/visits/" + visit.id()).body()).doesNotContain(LATE);
  }

  @Test
  void home_says_whose_a_notice_is() {
    notice(clinic.reyes(), Instant.now().minusSeconds(60), Instant.now().plusSeconds(600));

    assertThat(client.get("/").body()).contains(", Ana Reyes, MD</strong> " + LATE);
  }

  private void notice(PractitionerId whose, Instant from, Instant until) {
    var about = new Notice.About.OfPractitioner(whose);
    practice.ask(() ->
        practice
            .bean(Notices.class)
            .add(practice.organization(), new Notice.Details(about, LATE, from, until, false)));
  }

  private Instant at(LocalDateTime wall) {
    return wall.atZone(practice.site().zone().orElse(ZoneId.of("Z"))).toInstant();
  }

  private String hers() {
    return client.get("/patients/" + practice.clinic().slug() + "/" + ana).body();
  }
}
