package health.malasakit.inquiries.texts;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.TestDatabase;
import health.malasakit.kernel.Phone;
import health.malasakit.messaging.texts.NumberStops;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** STOP beside other words: beside danger it closes the number, else a person does. */
@MalasakitTest
class NoMoreTextsTest {

  private final ApplicationContext beans;
  private final NumberStops stops;
  private final int port;
  private TextedClinic clinic;

  NoMoreTextsTest(ApplicationContext beans, NumberStops stops, @LocalServerPort int port) {
    this.beans = beans;
    this.stops = stops;
    this.port = port;
  }

  @BeforeEach
  void aClinic() {
    clinic = new TextedClinic(beans, port);
    clinic.patient("Ana", "Reyes", "en");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STOP. I want to kill myself",
        "stop i want to kill myself",
        "STOP\nI want to kill myself",
        "please stop im having chest pain",
        "Unsubscribe, I have chest pain",
        "END. I want to kill myself",
      })
  void beside_danger_words_a_stop_that_begins_the_text_closes_the_number(String words) {
    clinic.texts(words);

    assertThat(isClosed()).isTrue();
    assertThat(clinic.answers()).singleElement().asString().contains("911", "988");
    assertThat(clinic.luz().get("/texts/alarm").body()).contains("A text with danger words");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "End my pain, I want to kill myself",
        "I cant stop, I want to kill myself",
        "Stop my new pills? I had a severe reaction",
        "Stop taking it? I took the wrong dose",
        "Alto riesgo, dolor de pecho",
        "Itigil ko ba? masakit ang dibdib",
      })
  void words_that_only_look_like_one_close_nothing(String words) {
    clinic.texts(words);

    assertThat(isClosed()).isFalse();
    assertThat(clinic.answers()).singleElement().asString().contains("911", "988");
    assertThat(clinic.luz().get("/texts/alarm").body()).contains("A text with danger words");
    assertThat(clinic.luz().get(clinic.page()).body())
        .as("who reads it closes the number, when that was meant")
        .contains("Stop texts to this number")
        .doesNotContain("This text closed it", "It closed the number");
  }

  @Test
  void the_page_of_a_text_says_that_it_closed_the_number_while_it_is_what_closes_it() {
    clinic.texts("STOP. I want to kill myself");
    var page = clinic.page();
    assertThat(clinic.luz().get(page).body())
        .contains("No texts go to this number", "This text closed it", "It closed the number");

    clinic.texts("START");
    assertThat(clinic.luz().get(page).body())
        .contains("It closed the number")
        .doesNotContain("This text closed it");

    clinic.texts("STOP");
    assertThat(clinic.luz().get(page).body())
        .as("the other one did")
        .contains("No texts go to this number")
        .doesNotContain("This text closed it");
    assertThat(clinic.luz().get(clinic.page()).body()).contains("This text closed it");
  }

  @Test
  void who_reads_that_no_more_texts_are_wanted_closes_the_number_and_that_is_written_down() {
    clinic.texts("STOP, wrong number");
    var page = clinic.page();
    assertThat(isClosed()).isFalse();
    var luz = clinic.luz();

    assertThat(luz.post(page + "/stop", Map.of()).location()).isEqualTo(page);

    assertThat(isClosed()).isTrue();
    assertThat(luz.get(page).body())
        .contains("No more texts go to this number.", "action=\"" + page + "/stop/undoing\"")
        .contains("No texts go to this number", "Closed by Luz Ramos")
        .doesNotContain("Stop texts to this number", "Answer by text");
    assertThat(audited()).contains("stopped");
    assertThat(clinic.words("select source from messaging.number_stop")).containsExactly("person");
    assertThat(post(clinic.luz(), page, "/stop").body())
        .contains("No text goes to this number already.");
  }

  @Test
  void who_closed_it_takes_that_back_at_once_and_nobody_else_does() {
    clinic.texts("please take me off");
    var page = clinic.page();
    clinic.luz().post(page + "/stop", Map.of());
    var other = clinic.client(clinic.colleague());

    assertThat(post(other, page, "/stop/undoing").status()).isEqualTo(409);
    assertThat(isClosed()).isTrue();

    assertThat(post(clinic.luz(), page, "/stop/undoing").status()).isEqualTo(302);
    assertThat(isClosed()).isFalse();
    assertThat(clinic.luz().get(page).body())
        .contains("Stop texts to this number", "Answer by text");
    assertThat(audited()).contains("stopped", "stop-undone");
  }

  @Test
  void longer_ago_it_is_not_taken_back_and_what_the_phone_said_never_is() throws SQLException {
    clinic.texts("please take me off");
    var page = clinic.page();
    clinic.luz().post(page + "/stop", Map.of());
    try (var superuser = TestDatabase.superuser(TestDatabase.address());
        var statement = superuser.createStatement()) {
      statement.execute("update messaging.number_stop set at = at - interval '16 seconds'");
    }
    assertThat(post(clinic.luz(), page, "/stop/undoing").status()).isEqualTo(409);

    clinic.texts("START");
    clinic.texts("STOP");

    assertThat(post(clinic.luz(), page, "/stop/undoing").body())
        .contains("cannot be taken back here");
    assertThat(isClosed()).isTrue();
  }

  @Test
  void whose_record_is_hidden_from_her_she_closes_nothing() {
    clinic.texts("please take me off");
    clinic.hide(clinic.ids("select patient_id from inquiries.text_about").getFirst());

    assertThat(post(clinic.luz(), clinic.page(), "/stop").status()).isEqualTo(403);
    assertThat(isClosed()).isFalse();
  }

  private static Client.Answer post(Client person, String page, String act) {
    return person.post(page + act, Map.of());
  }

  private boolean isClosed() {
    return clinic.as(() -> stops.said(clinic.clinic().id(), Phone.of(clinic.hers())).orElse(false));
  }

  private List<String> audited() {
    return clinic.words("select act from audit.line where subject = 'text'");
  }
}
