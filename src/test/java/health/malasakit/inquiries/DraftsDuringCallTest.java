package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What she began to type, while a caller is on the line. */
@MalasakitTest
class DraftsDuringCallTest {

  private static final String NEW = "/drafts/patient-new";

  private final ApplicationContext beans;
  private final int port;
  private CallerOnTheLine line;

  DraftsDuringCallTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aCallerIsOnTheLine() {
    line = new CallerOnTheLine(beans, port);
  }

  @Test
  void what_she_typed_about_a_patient_before_the_call_waits_until_that_record_is_open() {
    line.over();
    keep(edit(), "(617) 555-0188");
    assertThat(line.client().get(edit()).body()).contains("0188");
    line.onCall(line.ring(CallerOnTheLine.HER_NUMBER));

    assertThat(line.client().get(edit()).status()).isEqualTo(204);
    assertThat(line.client().get("/").body()).doesNotContain("drafts/patient-edit");
    line.proven();
    assertThat(line.client().get(edit()).body()).contains("0188");
  }

  @Test
  void each_call_has_its_own_of_one_form_and_none_is_lost() {
    var first = line.call();
    keep(NEW, "Nena");
    var second = line.ring(CallerOnTheLine.ANOTHER_NUMBER);

    assertThat(line.client().get(NEW).status()).isEqualTo(204);
    keep(NEW, "Pia");
    assertThat(line.client().get(NEW).body()).contains("Pia").doesNotContain("Nena");
    line.over(second);
    line.client().post(first + "/resumption", Map.of());
    assertThat(line.client().get(NEW).body()).contains("Nena").doesNotContain("Pia");

    line.over(first);
    assertThat(line.client().get(NEW).body()).contains("Pia");
    line.client().post(NEW + "/removal", Map.of());
    assertThat(line.client().get(NEW).body()).contains("Nena");
  }

  @Test
  void what_is_typed_on_takes_the_place_of_what_the_form_showed() {
    keep(NEW, "Nena");
    line.over();
    keep(NEW, "Nena Maria");

    line.client().post(NEW + "/removal", Map.of());

    assertThat(line.client().get(NEW).status()).isEqualTo(204);
  }

  private String edit() {
    return "/drafts/patient-edit:" + line.ana();
  }

  private void keep(String draft, String typed) {
    assertThat(line.client().post(draft, Map.of("typed", typed)).status()).isEqualTo(204);
  }
}
