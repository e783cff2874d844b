package health.malasakit.messaging.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.malasakit.MalasakitTest;
import health.malasakit.TestCarrier.Says;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A text in doubt is asked of the gateway, and never sent again. */
@MalasakitTest
class TextsAskedTest {

  private static final String OLDER =
      "update messaging.outgoing set begun_at = begun_at - make_interval(mins => :n) where outgoing_id = :id";
  private static final String DUE =
      "update messaging.outgoing set ask_at = now() - make_interval(mins => :n) where outgoing_id = :id";

  private final ApplicationContext beans;
  private final TextsAsked asked;
  private final int port;
  private TextClinic clinic;

  TextsAskedTest(ApplicationContext beans, TextsAsked asked, @LocalServerPort int port) {
    this.beans = beans;
    this.asked = asked;
    this.port = port;
  }

  @BeforeEach
  void aClinicThatSends() {
    clinic = new TextClinic(beans, port);
  }

  @Test
  void one_that_the_gateway_has_is_found() {
    var sent = clinic.carrier().to(TextClinic.TO).size();
    var doubt = doubt("code/1");
    lists(row("SM77", "delivered", Instant.now()));

    assertThat(asked.askAll()).isPositive();

    assertThat(clinic.stands(doubt).state()).isEqualTo(TextState.DELIVERED);
    assertThat(ask()).as("and not asked again").isZero();
    assertThat(clinic.carrier().to(TextClinic.TO)).hasSize(sent + 1);
  }

  @Test
  void what_the_gateway_never_had_did_not_go_out() {
    var doubt = doubt("code/1");
    clinic.passes(OLDER, doubt, 11);

    ask();

    assertThat(clinic.stands(doubt).state()).isEqualTo(TextState.FAILED);
    assertThat(clinic.stands(doubt).reason()).isEqualTo("not-at-gateway");
  }

  @Test
  void what_another_text_of_ours_is_named_by_is_not_this_one() {
    clinic.carrier().says(TextClinic.TO, new Says(201, "{\"sid\": \"SM5\"}"));
    clinic.sent("code/1");
    var doubt = doubt("code/2");
    lists(row("SM5", "delivered", Instant.now()));

    ask();

    assertThat(clinic.stands(doubt).state()).isEqualTo(TextState.IN_DOUBT);
  }

  @Test
  void two_in_doubt_of_one_minute_are_not_guessed_at() {
    var one = doubt("code/1");
    var other = doubt("code/2");
    lists(row("SM8", "delivered", Instant.now()));

    ask();

    assertThat(clinic.stands(one).state()).isEqualTo(TextState.IN_DOUBT);
    assertThat(clinic.stands(other).state()).isEqualTo(TextState.IN_DOUBT);
    assertThat(clinic.history(one).getLast().reason()).isEqualTo("asked-several");
  }

  @Test
  void a_gateway_that_is_away_or_says_nonsense_is_asked_again_later_and_each_time_is_kept() {
    var doubt = doubt("code/1");
    clinic.carrier().lists(TextClinic.TO, new Says(500, ""));
    ask();
    assertThat(ask()).as("not at once").isZero();
    clinic.carrier().lists(TextClinic.TO, new Says(200, "<html>"));
    clinic.passes(DUE, doubt, 1);
    ask();

    assertThat(clinic.stands(doubt).state()).isEqualTo(TextState.IN_DOUBT);
    assertThat(clinic.history(doubt))
        .extracting(SentText::reason)
        .containsExactly("", "http-503", "asked-silent", "asked-silent");
  }

  @Test
  void what_the_gateway_dates_is_read_by_the_clock_of_this_server() {
    lists(row("SM9", "sent", Instant.now()));
    var ahead = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(2));
    var look = new GatewayLook(beans.getBean(TextGateway.class), ahead);

    var seen = look.between("+16175550100", TextClinic.TO).orElseThrow();

    assertThat(seen.texts())
        .singleElement()
        .satisfies(one ->
            assertThat(one.made()).isCloseTo(ahead.instant(), within(10, ChronoUnit.SECONDS)));
  }

  private int ask() {
    return asked.ask(clinic.clinic().id());
  }

  private TextId doubt(String key) {
    clinic.carrier().says(TextClinic.TO, new Says(503, ""));
    var doubt = clinic.sent(key);
    assertThat(doubt.state()).isEqualTo(TextState.IN_DOUBT);
    return doubt.id();
  }

  private void lists(String... rows) {
    var body = "{\"messages\": [" + String.join(",", List.of(rows)) + "], \"next_page_uri\": null}";
    clinic.carrier().lists(TextClinic.TO, new Says(200, body));
  }

  private static String row(String sid, String status, Instant made) {
    return "{\"sid\": \"%s\", \"status\": \"%s\", \"direction\": \"outbound-api\", \"date_created\": \"%s\"}"
        .formatted(
            sid,
            status,
            DateTimeFormatter.RFC_1123_DATE_TIME.format(made.atOffset(ZoneOffset.UTC)));
  }
}
