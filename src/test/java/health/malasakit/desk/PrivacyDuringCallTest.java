package health.malasakit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.access.Role;
import health.malasakit.inquiries.CallerOnTheLine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Who takes calls and is the privacy officer too. */
@MalasakitTest
class PrivacyDuringCallTest {

  private final ApplicationContext beans;
  private final int port;

  PrivacyDuringCallTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @Test
  void her_pages_about_any_patient_open_when_the_call_is_over() {
    var line = new CallerOnTheLine(beans, port);
    line.alsoAs(Role.PRIVACY_OFFICER);
    var audit = "/audit/" + line.clinic().slug();
    var pages =
        List.of(
            audit,
            audit + "/lines",
            audit + "/lines.csv",
            audit + "/restricted",
            audit + "/patients/" + line.ana());

    for (var page : pages) {
      assertThat(line.client().get(page).status()).as(page).isEqualTo(403);
      assertThat(line.client().get(page).body())
          .as(page)
          .contains("They open when the call is over")
          .doesNotContain("Cruz");
    }
    assertThat(line.client().get("/audit").status()).isEqualTo(403);
    assertThat(line.client().get("/audit/no-such-clinic/lines").status()).isEqualTo(404);
    line.over();

    for (var page : pages) {
      assertThat(line.client().get(page).status()).as(page).isEqualTo(200);
    }
    assertThat(line.client().get(audit + "/patients/" + line.ana()).body()).contains("Cruz");
  }
}
