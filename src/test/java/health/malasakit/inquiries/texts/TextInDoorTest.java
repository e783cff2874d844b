package health.malasakit.inquiries.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.TestCarrier.Says;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.messaging.texts.NewText;
import health.malasakit.messaging.texts.NumberStops;
import health.malasakit.messaging.texts.Texts;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Texts that come in, over HTTP as the gateway brings them, and what rules make of them. */
@MalasakitTest
class TextInDoorTest {

  private final ApplicationContext beans;
  private final Texts texts;
  private final int port;
  private TextedClinic clinic;

  TextInDoorTest(ApplicationContext beans, Texts texts, @LocalServerPort int port) {
    this.beans = beans;
    this.texts = texts;
    this.port = port;
  }

  @BeforeEach
  void aClinic() {
    clinic = new TextedClinic(beans, port);
  }

  @Test
  void free_words_wait_for_a_person_and_nothing_is_answered() {
    clinic.taken(clinic.texts("Can I bring my son?"));

    assertThat(clinic.words("select why from inquiries.text_in")).containsExactly("words");
    assertThat(clinic.words("select body from inquiries.text_in"))
        .containsExactly("Can I bring my son?");
    assertThat(clinic.answers()).isEmpty();
  }

  @Test
  void what_is_brought_many_times_at_once_is_taken_and_answered_once() throws Exception {
    try (var threads = Executors.newFixedThreadPool(6)) {
      threads
          .invokeAll(
              IntStream.range(0, 6)
                  .<Callable<Client.Answer>>mapToObj(n -> () -> clinic.brought("SM1x", "STOP"))
                  .toList())
          .forEach(answer -> clinic.taken(answer.resultNow()));
    }

    assertThat(clinic.ids("select text_id from inquiries.text_in")).hasSize(1);
    assertThat(clinic.answers()).hasSize(1);
  }

  @Test
  void what_the_gateway_did_not_sign_is_refused() {
    var form = Map.of("MessageSid", "SM1", "From", clinic.hers(), "To", "+1", "Body", "STOP");

    assertThat(Client.on(port).postAsIs("/api/texts", form).status()).isEqualTo(403);
    assertThat(
            Client.on(port).postAsIs("/api/texts", form, "X-Twilio-Signature", "c2lnbmVk").status())
        .isEqualTo(403);
  }

  @Test
  void what_is_written_to_a_number_that_no_clinic_has_is_not_taken() {
    var form =
        Map.of("MessageSid", "SM1", "From", "+16175550142", "To", "+16175550143", "Body", "x");

    assertThat(
            Client.on(port)
                .postAsIs("/api/texts", form, clinic.carrier().signed("/api/texts", form))
                .status())
        .isEqualTo(404);
  }

  @Test
  void stop_closes_the_number_for_everyone_behind_it_and_is_confirmed_once() {
    var ana = clinic.patient("Ana", "Reyes", "en");
    clinic.patient("Ben", "Reyes", "en");

    IntStream.range(0, 5).forEach(n -> clinic.taken(clinic.texts(n % 2 == 0 ? "STOP" : "Stop.")));

    assertThat(clinic.answers()).hasSize(1);
    assertThat(clinic.answers().getFirst())
        .startsWith("Harbor Offices: No more texts")
        .contains("START");
    var text =
        new NewText(
            clinic.clinic().id(), ana, NewText.Purpose.CODE, "code/1", Phone.of(clinic.hers()));
    assertThat(clinic.as(() -> texts.isStopped(text))).isTrue();
    assertThat(
            clinic.words(
                "select answer || ' ' || basis from messaging.consent where channel = 'text'"))
        .containsExactly("revoked reply", "revoked reply");
    assertThat(clinic.words("select became from inquiries.text_in")).containsOnly("itself");
    assertThat(clinic.luz().get("/texts").body()).contains("Nothing to read");

    clinic.texts("START");

    assertThat(clinic.as(() -> texts.isStopped(text))).isFalse();
    assertThat(clinic.answers()).hasSize(2);
    assertThat(clinic.answers().getLast()).contains("will reach this number again");
  }

  @Test
  void a_number_is_closed_even_when_nobody_on_file_has_it() {
    clinic.texts("ALTO");

    assertThat(clinic.answers().getLast()).contains("No enviaremos más mensajes");
    assertThat(clinic.words("select source from messaging.number_stop")).containsExactly("reply");
  }

  @Test
  void a_bare_cancel_closes_the_number_and_asks_a_person_whether_the_visit_was_meant() {
    clinic.texts("CANCEL");

    assertThat(clinic.answers()).hasSize(1);
    assertThat(clinic.luz().get("/texts").body()).contains("Was a visit meant?");
  }

  @Test
  void help_says_who_we_are_and_a_closed_number_gets_no_answer_but_a_person() {
    clinic.texts("HELP");
    assertThat(clinic.answers().getLast()).startsWith("Harbor Offices: These texts are about");

    clinic.texts("STOP");
    clinic.texts("help");

    assertThat(clinic.answers()).hasSize(2);
    assertThat(clinic.luz().get("/texts").body()).contains("Could not be answered by itself");
  }

  @Test
  void danger_words_alarm_and_are_answered_at_once_with_911_and_988_in_her_language() {
    clinic.patient("Ana", "Reyes", "es");

    clinic.texts("I cant breathe, chest pain");

    assertThat(clinic.answers()).hasSize(1);
    assertThat(clinic.answers().getFirst())
        .contains("911", "988", "llame")
        .doesNotContain("call 911");
    assertThat(clinic.luz().get("/texts/alarm").body()).contains("A text with danger words");
    assertThat(clinic.luz().get("/texts").body())
        .contains("Danger words", "I cant breathe, chest pain");
  }

  @Test
  void danger_is_answered_in_two_languages_when_hers_is_not_known_and_to_a_closed_number_too() {
    clinic.texts("STOP");

    clinic.texts("I want to kill myself");

    assertThat(clinic.answers()).hasSize(2);
    assertThat(clinic.answers().getLast()).contains("call 911", "llame al 911", "988");
    assertThat(clinic.luz().get("/texts/alarm").body()).contains("A text with danger words");
  }

  @Test
  void danger_beside_a_stop_alarms_and_closes_the_number_as_well() {
    clinic.texts("Stop texting me, I want to kill myself");

    assertThat(clinic.answers()).singleElement().asString().contains("911", "988");
    assertThat(clinic.luz().get("/texts/alarm").body()).contains("A text with danger words");
    assertThat(clinic.words("select source from messaging.number_stop where closed"))
        .containsExactly("reply");
  }

  @Test
  void stop_on_a_number_that_an_import_closed_is_its_own_word_from_then_on() {
    var ana = clinic.patient("Ana", "Reyes", "en");
    var number = Phone.of(clinic.hers());
    var stops = beans.getBean(NumberStops.class);
    clinic.as(() -> stops.close(clinic.clinic().id(), number, NumberStops.Source.IMPORT));

    clinic.texts("STOP");
    clinic.texts("STOP");

    assertThat(clinic.answers()).hasSize(1);
    assertThat(clinic.words("select source from messaging.number_stop order by stop_id"))
        .containsExactly("import", "reply");
    assertThat(
            clinic.words(
                "select answer || ' ' || basis from messaging.consent where patient_id = '"
                    + ana
                    + "'"))
        .containsExactly("revoked reply");
    assertThatThrownBy(() ->
            clinic.as(() -> {
              stops.correctImport(clinic.clinic().id(), number, "A digit was wrong.");
              return true;
            }))
        .isInstanceOf(Refused.class);
  }

  @Test
  void danger_alarms_also_when_no_answer_can_go_out() {
    clinic.carrier().says(clinic.hers(), Says.no(21610));

    clinic.texts("I cant breathe");

    assertThat(clinic.luz().get(clinic.page()).body())
        .contains("Danger words stand in this text", "the carrier did not take it");
  }

  @Test
  void two_machines_that_answer_each_other_come_to_an_end() {
    IntStream.range(0, 12).forEach(n -> clinic.texts("HELP"));

    assertThat(clinic.answers()).hasSize(6);
  }
}
