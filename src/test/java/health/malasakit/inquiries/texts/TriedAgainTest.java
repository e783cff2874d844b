package health.malasakit.inquiries.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.MalasakitTest;
import health.malasakit.TestCarrier.Says;
import health.malasakit.kernel.Phone;
import health.malasakit.messaging.texts.NumberStops;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Answers by themselves that never left are tried again, and in the end a person sees it. */
@MalasakitTest
class TriedAgainTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Says TOO_MANY = new Says(429, "{\"code\": 20429}");
  private static final String TRIES = "select tried from messaging.outgoing_again";

  private final ApplicationContext beans;
  private final int port;
  private TextedClinic clinic;
  private Pauses pauses;

  TriedAgainTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aClinic() {
    clinic = new TextedClinic(beans, port);
    pauses = new Pauses(beans, clinic);
    clinic.patient("Ana", "Reyes", "en");
  }

  @Test
  void the_answer_with_911_goes_when_the_gateway_is_there_again() {
    clinic.carrier().unreachable();
    clinic.texts("I cant breathe");
    assertThat(clinic.answers()).isEmpty();
    assertThat(page()).contains("the gateway was away, it is tried again");
    clinic.carrier().reset();

    pauses.over();

    assertThat(clinic.answers()).singleElement().asString().contains("911", "988");
    assertThat(page()).contains("call 911, or 988 in a crisis · on its way");
    assertThat(clinic.words("select body from messaging.outgoing_again"))
        .as("what it says is kept no longer")
        .isEmpty();
    assertThat(clinic.words("select state || reason from messaging.outgoing_step order by step_id"))
        .containsExactly("sending", "refusedunreachable", "sending", "handed_over");
  }

  @Test
  void each_pause_is_longer_and_after_the_last_a_person_sees_it() {
    clinic.carrier().says(clinic.hers(), new Says(429, ""));
    clinic.texts("HELP");
    assertThat(pause()).isBetween(3, 5);
    assertThat(clinic.luz().get("/texts").body()).contains("Nothing to read");

    pauses.over();
    assertThat(pause()).isBetween(13, 15);
    pauses.over();
    assertThat(pause()).isBetween(58, 60);
    pauses.over();

    assertThat(clinic.answers()).hasSize(4);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(clinic.luz().get("/texts").body())
                .contains("Could not be answered by itself"));
    assertThat(page())
        .contains("The answer was not sent", "The gateway took no more at that moment");
  }

  @Test
  void a_lost_confirmation_of_a_stop_needs_nobody_and_stands_in_the_history() {
    clinic.carrier().says(clinic.hers(), TOO_MANY);
    clinic.texts("STOP");
    pauses.over();
    pauses.over();
    pauses.over();

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(page()).contains("The answer was not sent"));
    assertThat(clinic.answers()).hasSize(4);
    assertThat(clinic.words("select became from inquiries.text_in")).containsExactly("itself");
    assertThat(clinic.luz().get("/texts").body()).contains("Nothing to read");
  }

  @Test
  void the_confirmation_of_a_stop_goes_to_the_closed_number() {
    clinic.carrier().unreachable();
    clinic.texts("STOP");
    clinic.carrier().reset();

    pauses.over();

    assertThat(clinic.answers()).singleElement().asString().contains("No more texts");
  }

  @Test
  void what_may_have_left_is_not_tried_again() {
    clinic.carrier().says(clinic.hers(), new Says(503, ""));
    clinic.texts("HELP");
    clinic.carrier().says(clinic.hers(), Says.no(30006));
    clinic.texts("INFO");

    assertThat(tried()).isEmpty();
    assertThat(clinic.answers()).hasSize(2);
  }

  @Test
  void nor_after_somebody_closed_the_number_meanwhile() {
    clinic.carrier().says(clinic.hers(), TOO_MANY);
    clinic.texts("HELP");
    var number = Phone.of(clinic.hers());
    var stops = beans.getBean(NumberStops.class);
    clinic.as(() -> stops.close(clinic.clinic().id(), number, NumberStops.Source.IMPORT));
    clinic.carrier().reset();

    pauses.over();

    assertThat(clinic.answers()).hasSize(1);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(page()).contains("Whoever has this number wants no texts"));
  }

  @Test
  void nor_ten_minutes_later_as_when_no_server_ran_meanwhile() {
    clinic.carrier().says(clinic.hers(), TOO_MANY);
    clinic.texts("HELP");
    pauses.begunAgo("11 minutes");

    pauses.over();

    assertThat(clinic.answers()).hasSize(1);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(clinic.luz().get("/texts").body())
                .contains("Could not be answered by itself"));
  }

  @Test
  void one_that_is_on_its_way_again_when_the_server_ends_is_in_doubt() {
    clinic.carrier().says(clinic.hers(), TOO_MANY);
    clinic.texts("HELP");
    clinic.in(jdbc -> jdbc.sql("delete from messaging.outgoing_again").update());
    clinic.in(jdbc ->
        jdbc.sql(
                "update messaging.outgoing set state = 'sending', reason = '', since = now() - interval '2 minutes'")
            .update());

    pauses.job("messaging.texts-left");
    pauses.job("messaging.texts-again");

    assertThat(clinic.answers()).hasSize(1);
    assertThat(clinic.words("select state from messaging.outgoing")).containsExactly("in_doubt");
  }

  @Test
  void one_in_doubt_after_the_third_try_is_known_at_the_gateway_by_that_try() {
    inDoubtAfterTheThirdTry("110 seconds");
    gatewayLists("{\"sid\": \"SM77\", \"status\": \"delivered\", \"date_created\": \"%s\"}");

    pauses.job("messaging.texts-asked");

    assertThat(clinic.words("select state from messaging.outgoing")).containsExactly("delivered");
    assertThat(page()).contains("who we are, and our telephone · it arrived");
  }

  @Test
  void and_the_gateway_has_ten_minutes_from_that_try_to_list_it() {
    inDoubtAfterTheThirdTry("9 minutes");
    pauses.begunAgo("2 minutes");

    pauses.job("messaging.texts-asked");

    assertThat(clinic.words("select state from messaging.outgoing")).containsExactly("in_doubt");
    assertThat(clinic.words("select reason from messaging.outgoing_step order by step_id"))
        .endsWith("asked-none");
  }

  private void inDoubtAfterTheThirdTry(String begunAgo) {
    clinic.carrier().says(clinic.hers(), TOO_MANY);
    clinic.texts("HELP");
    pauses.over();
    pauses.begunAgo(begunAgo);
    clinic.carrier().says(clinic.hers(), new Says(503, ""));
    pauses.over();
    assertThat(clinic.answers()).hasSize(3);
    assertThat(clinic.words("select state from messaging.outgoing")).containsExactly("in_doubt");
  }

  private void gatewayLists(String row) {
    var now = DateTimeFormatter.RFC_1123_DATE_TIME.format(OffsetDateTime.now(ZoneOffset.UTC));
    var body = "{\"messages\": [" + row.formatted(now) + "], \"next_page_uri\": null}";
    clinic.carrier().lists(clinic.hers(), new Says(200, body));
  }

  private int pause() {
    return clinic.in(jdbc ->
        jdbc.sql(
                "select cast(floor(extract(epoch from due_at - now())) as int) from messaging.outgoing_again")
            .query(Integer.class)
            .single());
  }

  private List<Integer> tried() {
    return clinic.in(jdbc -> jdbc.sql(TRIES).query(Integer.class).list());
  }

  private String page() {
    return clinic.luz().get(clinic.page()).body();
  }
}
