package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What a clinic asks beside name and birth date, and a word of the patient's own. */
@MalasakitTest
class AskedOfCallersTest {

  private final ApplicationContext beans;
  private final int port;
  private CallerOnTheLine line;

  AskedOfCallersTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aCallerIsOnTheLine() {
    line = new CallerOnTheLine(beans, port);
  }

  @Test
  void what_the_clinic_does_not_ask_opens_nothing() {
    var rule = "/clinics/" + line.clinic().slug() + "/asking";
    assertThat(line.client().post(rule, Map.of()).body()).contains("Choose at least one.");
    line.client().post(rule, Map.of("facts", List.of("mrn", "address")));

    assertThat(line.client().get(line.call() + "?who=patient").body())
        .contains("House number and street", "Record number")
        .doesNotContain("Phone number on file");
    assertThat(said("zip", "94607").body()).contains("fact-error");
    assertThat(line.client().get(line.page()).status()).isEqualTo(403);
    said("mrn", "MRN-77");
    assertThat(line.client().get(line.page()).status()).isEqualTo(200);
  }

  @Test
  void a_word_of_her_own_opens_her_record_and_is_shown_nowhere() {
    line.over();
    var word = line.page() + "/code-word";
    assertThat(line.client().post(word, Map.of("word", "cruz")).status()).isEqualTo(422);
    assertThat(line.client().post(word, Map.of("word", "María")).body())
        .contains("own name is known");
    assertThat(line.client().post(word, Map.of("word", "Blue Mango")).location())
        .isEqualTo(line.page());
    assertThat(line.client().get(word).body())
        .contains("known by a word of their own")
        .doesNotContainIgnoringCase("mango");
    line.onCall(line.ring(CallerOnTheLine.ANOTHER_NUMBER));

    assertThat(said("code_word", "green mango").body()).contains("No match");
    said("code_word", "blue  mangó");

    assertThat(line.client().get(line.page()).status()).isEqualTo(200);
    assertThat(line.client().post(word, Map.of("word", "my new word")).status()).isEqualTo(403);
  }

  private health.malasakit.Client.Answer said(String fact, String value) {
    return line.ask(
        "patient",
        Map.of("name", "Maria de la Cruz", "birthDate", "3/12/1985", "fact", fact, "value", value));
  }
}
