package health.malasakit.inquiries;

import static health.malasakit.inquiries.codes.CodeOnTheLine.above;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.kernel.Recurring;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What came of asking a caller is a page that is read, and no answer to a form. */
@MalasakitTest
class AnswersReadAgainTest {

  private final ApplicationContext beans;
  private final int port;
  private CallerOnTheLine line;

  AnswersReadAgainTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aCallerIsOnTheLine() {
    line = new CallerOnTheLine(beans, port);
  }

  @Test
  void read_as_often_as_she_likes_it_is_one_try_and_its_address_says_nothing() {
    var sent = line.asked("patient", Guesser.WRONG_MORE);

    assertThat(sent.status()).isEqualTo(302);
    assertThat(sent.location()).matches("/calls/[^/]+/[^/?]+\\?answer=[0-9a-f-]{36}");
    for (int n = 0; n < 3; n++) {
      assertThat(line.client().get(sent.location()).body())
          .contains(
              "No match. 2 more times are left.",
              "role=\"status\" id=\"caller-answer\"",
              "aria-describedby=\"caller-answer\"",
              "value=\"María de la Cruz\"")
          .doesNotContain("94611");
    }
    assertThat(tries()).isEqualTo(1);
    var again = line.client().post(line.call() + "/caller", form(), "HX-Request", "true");
    assertThat(again.status()).isEqualTo(302);
    assertThat(line.client().get(again.location(), "HX-Request", "true").body())
        .contains("No match. One more time is left.");
    assertThat(line.client().get(sent.location()).body())
        .as("of the one before")
        .doesNotContain("No match", "María");
  }

  @Test
  void the_same_form_sent_again_leads_to_the_same_page() {
    var form = form();
    form.put("requestId", UUID.randomUUID().toString());

    var first = line.client().post(line.call() + "/caller", form);
    var second = line.client().post(line.call() + "/caller", form);

    assertThat(second.location()).isEqualTo(first.location());
    assertThat(tries()).isEqualTo(1);
  }

  @Test
  void what_was_typed_is_sealed_for_whoever_typed_it_and_gone_once_it_matches() {
    var sent = line.asked("patient", Guesser.WRONG_MORE);
    var readable = "select count(*) from inquiries.kept_answer where sealed ~* 'cruz|1985|94611'";

    assertThat(kept()).isEqualTo(1);
    assertThat(above(readable)).isZero();
    assertThat(line.colleague().get(sent.location()).body()).doesNotContain("No match", "María");
    line.proven();
    assertThat(kept()).isZero();
    assertThat(line.client().get(sent.location()).body()).doesNotContain("No match");
  }

  @Test
  void after_an_hour_it_is_forgotten() {
    line.ask("patient", Guesser.WRONG_MORE);
    beans.getBean("keptAnswersForgotten", Recurring.class).work().run();
    assertThat(kept()).isEqualTo(1);

    above(
        """
        with older as (update inquiries.kept_answer set at = at - interval '61 minutes' where call_id = ? returning 1)
        select count(*) from older
        """,
        id());
    beans.getBean("keptAnswersForgotten", Recurring.class).work().run();

    assertThat(kept()).isZero();
  }

  @Test
  void what_cannot_be_read_is_asked_again_beside_its_field_and_is_no_try() {
    var said = Map.of("name", "María de la Cruz", "birthDate", "31 Feb 85", "fact", "zip");
    var form = new HashMap<>(said);
    form.put("value", "94612");

    var sent = line.asked("patient", form);

    assertThat(sent.status()).isEqualTo(302);
    assertThat(line.client().get(sent.location()).body())
        .contains("id=\"birthDate-error\"", "31 Feb 85", "María de la Cruz", "value=\"94612\"");
    assertThat(tries()).isZero();
  }

  @Test
  void an_office_that_does_not_match_is_read_again_too() {
    var form =
        Map.of(
            "sort", "office",
            "organization", "Bay Imaging",
            "person", "Ana Ramos",
            "number", "510 555 0170",
            "proof", "on_file");

    var sent = line.client().post(line.call() + "/party", form);

    assertThat(sent.status()).isEqualTo(302);
    assertThat(line.client().get(sent.location()).body()).contains("Ana Ramos", "Bay Imaging");
  }

  @Test
  void a_birth_date_that_is_none_is_asked_again_where_she_is_called_back() {
    for (int n = 0; n < Guesser.IN_A_CALL; n++) {
      line.ask("patient", Guesser.WRONG_NAME);
    }

    var sent = onFile("María de la Cruz", "31 Feb 1985");

    assertThat(sent.status()).isEqualTo(302);
    assertThat(line.client().get(sent.location()).body())
        .contains("id=\"on-file-birthDate-error\"", "31 Feb 1985", "María de la Cruz");
    assertThat(line.client().get(onFile("", "3/12/1985").location()).body())
        .contains("id=\"on-file-name-error\"", "3/12/1985");
    assertThat(onFile("María de la Cruz", "3/12/1985").location()).endsWith("?who=on_file");
  }

  private Client.Answer onFile(String name, String born) {
    return line.client().post(line.call() + "/on-file", Map.of("name", name, "birthDate", born));
  }

  private static Map<String, String> form() {
    var form = new HashMap<>(Guesser.WRONG_MORE);
    form.put("caller", "patient");
    return form;
  }

  private int tries() {
    return above("select count(*) from inquiries.gate_try where call_id = ?", id());
  }

  private int kept() {
    return above("select count(*) from inquiries.kept_answer where call_id = ?", id());
  }

  private UUID id() {
    return UUID.fromString(line.call().substring(line.call().lastIndexOf('/') + 1));
  }
}
