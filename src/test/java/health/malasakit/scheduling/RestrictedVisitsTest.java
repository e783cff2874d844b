package health.malasakit.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.access.Role;
import health.malasakit.access.records.RecordMark;
import health.malasakit.access.records.RestrictedRecords;
import health.malasakit.kernel.PatientId;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A restricted record gives scheduling no name, no kind of visit and no act. */
@MalasakitTest
class RestrictedVisitsTest {

  private final ApplicationContext beans;
  private final RestrictedRecords restricted;

  @LocalServerPort private int port;

  private Practice practice;
  private Client client;
  private PatientId ana;
  private LocalDateTime nine;
  private Map<String, Object> choice;

  RestrictedVisitsTest(ApplicationContext beans, RestrictedRecords restricted) {
    this.beans = beans;
    this.restricted = restricted;
  }

  @BeforeEach
  void aClinic() {
    var clinic = FollowUps.in(beans);
    practice = clinic.practice();
    client = Client.on(port).as(practice.cookie());
    ana = practice.patient("Ana", "Cruz");
    nine = clinic.nine();
    choice = clinic.choice(nine);
  }

  @Test
  void openings_and_holds_are_refused_without_a_fact() {
    restrict();

    var openings = client.get("/openings?patient=" + ana);
    var held = client.post("/holds?patient=" + ana, choice);

    assertThat(openings.status()).isEqualTo(403);
    assertThat(openings.body()).doesNotContain("Ana Cruz").contains("restricted");
    assertThat(held.status()).isEqualTo(403);
  }

  @Test
  void her_visit_stands_on_the_day_without_name_and_kind_and_does_not_open() {
    var held = client.post("/holds?patient=" + ana, choice);
    var visit = client.post(held.location(), Map.of()).location();
    var day = "/days/" + practice.site().id() + "/" + nine.toLocalDate();
    assertThat(client.get(day).body()).contains("Ana Cruz");

    restrict();

    assertThat(client.get(day).body())
        .contains("Restricted record")
        .doesNotContain("Ana Cruz")
        .doesNotContain("Follow-up");
    assertThat(client.get(visit).status()).isEqualTo(403);
  }

  private void restrict() {
    practice.as(
        practice.colleague(Role.PRIVACY_OFFICER),
        () -> {
          restricted.mark(practice.organization(), ana, RecordMark.VIP);
          return "";
        });
  }
}
