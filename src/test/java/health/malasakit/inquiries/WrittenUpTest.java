package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.workqueue.Drafts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A call that is written up is found again, and by whom it may be. */
@MalasakitTest
class WrittenUpTest {

  private static final String NOTE = "Statement of May is right.";
  private static final Map<String, String> BILL =
      Map.of("reason", "bill", "outcome", "done", "note", NOTE);

  private final ApplicationContext beans;
  private final int port;
  private CallerOnTheLine line;

  WrittenUpTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aCallerIsOnTheLine() {
    line = new CallerOnTheLine(beans, port);
  }

  @Test
  void it_leads_back_to_the_call_and_stands_on_her_page_and_among_those_of_today() {
    assertThat(line.client().get("/calls/written").body()).contains("Nothing yet.");
    line.proven();
    var place = line.call();

    assertThat(line.client().post(place + "/wrap-up", BILL).location()).isEqualTo(place);

    assertThat(line.client().get(place).body()).contains("Written up", NOTE, "Go on", "data-copy");
    assertThat(line.client().get(line.page()).body()).contains("wrote up a call", NOTE, place);
    assertThat(line.client().get("/calls/written").body())
        .contains("María de la Cruz", "Bill · Done in this call", place)
        .doesNotContain("Nothing yet.");
    line.ring(CallerOnTheLine.ANOTHER_NUMBER);
    assertThat(line.client().get("/calls/written").body())
        .as("while another caller is on the line")
        .contains("A call that is closed to you now", place)
        .doesNotContain("María")
        .doesNotContain("Bill ·");
  }

  @Test
  void her_own_words_stay_before_her_while_the_next_caller_waits_and_go_when_she_speaks() {
    var waits = line.call();
    line.onCall(line.ring(CallerOnTheLine.HER_NUMBER));
    line.proven();
    line.client().post(line.call() + "/wrap-up", BILL);

    assertThat(line.client().get(line.call()).body())
        .contains(NOTE, "data-copy", "To the caller who waits");
    line.client().post(waits + "/resumption", Map.of());
    assertThat(line.client().get(line.call()).body())
        .as("while she speaks with the one who waited")
        .contains("the record is closed to you now")
        .doesNotContain(NOTE);
  }

  @Test
  void its_list_is_headed_once_on_a_page_of_its_own_and_on_the_page_of_calls() {
    line.client().post(line.call() + "/wrap-up", BILL);

    assertThat(line.client().get("/calls/written").body())
        .containsOnlyOnce(">Written up by you today</h");
    assertThat(
            line.client()
                .get("/calls/written", "HX-Request", "true", "HX-Target", "written-up")
                .body())
        .containsOnlyOnce(">Written up by you today</h");
  }

  @Test
  void the_list_of_today_goes_on_after_ten() {
    line.client().post(line.call() + "/wrap-up", BILL);
    for (int n = 0; n < 10; n++) {
      var place = line.client().post("/calls", Map.of("direction", "in")).location();
      line.client().post(place + "/wrap-up", Map.of("reason", "other", "outcome", "done"));
    }

    assertThat(line.client().get("/calls/written").body())
        .contains("/calls/written?after=10")
        .doesNotContain(line.call());
    assertThat(line.client().get("/calls/written?after=10").body())
        .contains(line.call())
        .doesNotContain("?after=");
  }

  @Test
  void what_was_typed_and_then_saved_is_no_form_begun() {
    var id = line.call().substring(line.call().lastIndexOf('/') + 1);
    var drafts = beans.getBean(Drafts.class);
    line.as(() -> {
      drafts.keep("call:" + id, line.call(), "note=" + NOTE);
      return id;
    });

    line.client().post(line.call() + "/wrap-up", Map.of("reason", "bill"));
    assertThat(line.as(drafts::mine)).hasSize(1);
    line.client().post(line.call() + "/wrap-up", BILL);

    assertThat(line.as(drafts::mine)).isEmpty();
  }

  @Test
  void the_last_contact_is_told_with_its_year_on_the_clinic_s_clock() {
    line.proven();
    line.client().post(line.call() + "/wrap-up", BILL);
    line.onCall(line.ring(CallerOnTheLine.HER_NUMBER));
    line.proven();

    var year = String.valueOf(LocalDate.now(ZoneId.of("America/New_York")).getYear());
    assertThat(line.client().get(line.call()).body())
        .containsPattern(year + ",? [0-9:]+[^<]* · Bill · Done in this call · " + NOTE);
  }

  @Test
  void a_complaint_is_no_reason_of_a_call() {
    assertThat(line.client().get(line.call()).body())
        .contains("value=\"bill\"")
        .doesNotContain("value=\"complaint\"");
    var said = Map.of("reason", "complaint", "outcome", "done");
    assertThat(line.client().post(line.call() + "/wrap-up", said).status()).isEqualTo(422);
  }

  @Test
  void an_emergency_fills_what_it_was_about_and_how_it_ended() {
    var clinic = Map.of("clinic", line.clinic().slug());
    var place = line.client().post("/red-flags/RF01/emergency", clinic).location();
    assertThat(line.client().get(line.call()).body()).contains("value=\"emergency\" selected");
    line.client().post(place + "/takeover", Map.of("takenBy", "Rosa Diaz, RN"));
    line.client().post(place + "/closing", Map.of("outcome", "clinician"));

    assertThat(line.client().get(line.call()).body())
        .contains("value=\"emergency\" selected", "value=\"handed_over\" selected");
  }

  @Test
  void an_emergency_opened_by_mistake_fills_nothing() {
    var clinic = Map.of("clinic", line.clinic().slug());
    var place = line.client().post("/red-flags/RF01/emergency", clinic).location();
    line.client().post(place + "/closing", Map.of("outcome", "mistake"));

    assertThat(line.client().get(line.call()).body())
        .doesNotContain("value=\"emergency\" selected");
  }

  @Test
  void a_clinic_chooses_its_reasons_and_their_order() {
    var rule = "/clinics/" + line.clinic().slug() + "/reasons";
    assertThat(line.client().post(rule, Map.of("place-bill", "x")).status()).isEqualTo(422);
    assertThat(line.client().post(rule, Map.of()).body()).contains("at least one reason");

    line.client().post(rule, Map.of("place-refill", "2", "place-bill", "1", "place-when", ""));

    assertThat(line.client().get(line.call()).body())
        .containsSubsequence("value=\"bill\"", "value=\"refill\"")
        .doesNotContain("value=\"when\"");
    line.client().post("/red-flags/RF01/emergency", Map.of("clinic", line.clinic().slug()));
    assertThat(line.client().get(line.call()).body())
        .as("what was done is offered beside the list")
        .contains("value=\"emergency\" selected");
  }
}
