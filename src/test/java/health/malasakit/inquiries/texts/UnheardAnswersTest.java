package health.malasakit.inquiries.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.MalasakitTest;
import health.malasakit.TestCarrier.Says;
import health.malasakit.kernel.Recurring;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person answers stands as it stands at the carrier; what is not heard waits again. */
@MalasakitTest
class UnheardAnswersTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String LAST =
      "select outgoing_id from messaging.outgoing where key like 'reply/%/person/%' order by begun_at desc limit 1";
  private static final String BY_ITSELF =
      "select outgoing_id from messaging.outgoing where key like 'reply/%' and key not like '%/person/%'";
  private static final String FIRST =
      "select outgoing_id from messaging.outgoing where key like 'reply/%/person/%' order by begun_at limit 1";

  private final ApplicationContext beans;
  private final int port;
  private TextedClinic clinic;

  UnheardAnswersTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aText() {
    clinic = new TextedClinic(beans, port);
    clinic.patient("Ana", "Reyes", "en");
    clinic.texts("Can I bring my son?");
  }

  @Test
  void one_that_the_gateway_refuses_is_open_again_with_why_and_what_to_do() {
    clinic.carrier().says(clinic.hers(), Says.no(30006));
    answer(2, "Yes, please do.");

    listed("What was answered was not sent");
    assertThat(page())
        .contains(
            "Luz Ramos answered by text · the carrier did not take it",
            "it is a landline, or none. Call, and ask for another.",
            "Yes, please do.",
            "Answer by text")
        .doesNotContain("Answered by Luz Ramos");
  }

  @Test
  void one_that_the_carrier_does_not_bring_is_open_again_and_whose_it_was() {
    clinic.luz().post(clinic.page() + "/taking", Map.of("seen", "2"));
    answer(3, "Yes, please do.");
    assertThat(page()).contains("Answered by Luz Ramos", "Luz Ramos answered by text · on its way");

    told(LAST, "undelivered", "30003");

    listed("What was answered did not arrive");
    assertThat(clinic.luz().get("/texts").body()).contains("Luz Ramos has it");
    assertThat(page()).contains("it did not arrive", "the telephone is off");
  }

  @Test
  void one_that_arrived_shows_it() {
    answer(2, "Yes, please do.");

    told(LAST, "delivered", "");

    assertThat(page()).contains("Answered by Luz Ramos", "answered by text · it arrived");
    assertThat(clinic.luz().get("/texts").body()).contains("Nothing to read");
  }

  @Test
  void one_that_never_left_because_the_server_ended_is_open_again() {
    written("Yes, please do.");

    ended();
    listed("Nobody knows whether what was answered went out");
    assertThat(page()).contains("To be sure, call.");

    passes("begun_at = begun_at - interval '11 minutes'");
    job("messaging.texts-asked");
    listed("What was answered did not arrive");
    assertThat(page()).contains("The gateway never had it", "Answer once more, or call.");
  }

  @Test
  void one_that_arrived_after_a_doubt_is_answered_as_before() {
    written("Yes, please do.");
    ended();
    listed("Nobody knows whether what was answered went out");

    told(LAST, "delivered", "");

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(page()).contains("Answered by Luz Ramos"));
    assertThat(page()).contains("it arrived").doesNotContain("Nobody knows whether what");
    assertThat(clinic.luz().get("/texts").body()).contains("Nothing to read");
  }

  @Test
  void who_took_it_in_doubt_keeps_it_and_sees_that_it_arrived() {
    written("Yes, please do.");
    ended();
    listed("Nobody knows whether what was answered went out");
    clinic.luz().post(clinic.page() + "/taking", Map.of("seen", "4"));

    told(LAST, "delivered", "");

    listed("In own words");
    assertThat(page()).contains("The answer reached the gateway after all", "Luz Ramos has it");
  }

  @Test
  void why_a_person_was_needed_at_first_is_said_again_when_it_arrived() {
    clinic.texts("R");
    assertThat(page()).contains("About a visit");
    written("We call you.");
    ended();
    listed("Nobody knows whether what was answered went out");
    clinic.luz().post(clinic.page() + "/taking", Map.of("seen", "4"));

    told(LAST, "delivered", "");

    listed("About a visit");
    assertThat(page()).contains("About a visit", "The answer reached the gateway after all");
  }

  @Test
  void that_an_answer_by_itself_arrived_late_says_nothing_of_a_persons() {
    clinic.carrier().says(clinic.hers(), new Says(500, ""));
    clinic.texts("HELP");
    listed("Could not be answered by itself");
    answer(3, "We call you.");
    listed("Nobody knows whether what was answered went out");

    told(BY_ITSELF, "delivered", "");
    await()
        .untilAsserted(() ->
            assertThat(page()).contains("The answer by itself reached the gateway after all"));
    told(LAST, "delivered", "");

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(page()).contains("Answered by Luz Ramos"));
  }

  @Test
  void of_a_text_with_danger_words_the_alarm_is_there_again() {
    clinic.texts("I cant breathe");
    clinic.carrier().says(clinic.hers(), Says.no(21610));
    answer(2, "We call you now.");

    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(clinic.luz().get("/texts/alarm").body())
                .contains("A text with danger words"));
    assertThat(page()).contains("Whoever has this number wants no texts. Call.");
  }

  @Test
  void what_becomes_of_an_answer_before_the_last_opens_nothing() {
    clinic.carrier().says(clinic.hers(), Says.no(30006));
    answer(2, "Yes.");
    listed("What was answered was not sent");
    clinic.carrier().reset();
    answer(4, "Yes, do.");

    told(FIRST, "failed", "30003");
    told(LAST, "delivered", "");

    assertThat(page()).contains("Answered by Luz Ramos", "answered by text · it arrived");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(
                    clinic.words(
                        "select state from messaging.outgoing where key like 'reply/%/person/%' order by begun_at"))
                .endsWith("delivered"));
    assertThat(clinic.luz().get("/texts").body()).contains("Nothing to read");
  }

  private void answer(int seen, String words) {
    clinic
        .luz()
        .post(clinic.page() + "/answer", Map.of("seen", Integer.toString(seen), "words", words));
  }

  /** As when the server ends between the writing down and the handing over. */
  private void written(String words) {
    var place = clinic.page();
    var id = new TextInId(UUID.fromString(place.substring(place.lastIndexOf('/') + 1)));
    var answer = new TextsIn.Words("Harbor Offices", words, false);
    clinic.as(() -> beans.getBean(TextsIn.class).answer(clinic.clinic().id(), id, 2, answer));
  }

  private void ended() {
    passes("since = since - interval '2 minutes'");
    job("messaging.texts-left");
  }

  private void passes(String what) {
    clinic.in((JdbcClient jdbc) -> jdbc.sql("update messaging.outgoing set " + what).update());
  }

  private void job(String name) {
    beans.getBeansOfType(Recurring.class).values().stream()
        .filter(one -> one.name().equals(name))
        .forEach(one -> one.work().run());
  }

  /** The carrier tells of an answer, signed. */
  private void told(String which, String status, String code) {
    var path = "/api/texts/receipts/" + clinic.clinic().id() + "/" + clinic.ids(which).getFirst();
    var form =
        code.isEmpty()
            ? Map.of("MessageSid", "SM1", "MessageStatus", status)
            : Map.of("MessageSid", "SM1", "MessageStatus", status, "ErrorCode", code);
    clinic.luz().postAsIs(path, form, clinic.carrier().signed(path, form));
  }

  private void listed(String why) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(clinic.luz().get("/texts").body()).contains(why));
  }

  private String page() {
    return clinic.luz().get(clinic.page()).body();
  }
}
