package health.malasakit.inquiries.outbound;

import static health.malasakit.inquiries.outbound.ToBeCalled.HOME;
import static health.malasakit.inquiries.outbound.ToBeCalled.MOBILE;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.patients.SafeContacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@MalasakitTest
class DiallingTest {

  private final ApplicationContext beans;
  private final int port;
  private ToBeCalled her;
  private String call;

  DiallingTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void sheIsToBeCalled() {
    her = new ToBeCalled(beans, port, ToBeCalled.inTheMorning());
    call = her.asked(Map.of());
  }

  @Test
  void the_same_number_in_the_same_part_of_the_day_takes_a_reason() {
    her.dial(call, MOBILE, "");
    her.said(call, "no_answer");
    assertThat(her.luz().get(call).body())
        .contains("No answer · morning", "1 of 3", "This number was tried this morning already.");

    assertThat(her.dial(call, MOBILE, "").body()).contains("Say why you dial it again");
    assertThat(her.dial(call, HOME, "").location()).isEqualTo(call);
    her.said(call, "mailbox_full");
    assertThat(her.luz().get(call).body()).contains("1 of 3");
    assertThat(her.dial(call, MOBILE, "Her sister says she is back").location()).isEqualTo(call);
    her.said(call, "busy");
    assertThat(her.luz().get(call).body()).contains("all the same: Her sister says she is back");
  }

  @Test
  void two_people_do_not_dial_her_at_once() {
    var jo = her.colleague();
    her.dial(call, MOBILE, "");

    assertThat(jo.get(call).body())
        .contains("Luz Ramos is dialling this patient since")
        .doesNotContain("Hello, this is Luz from Harbor. Please call us back</q>");
    assertThat(jo.get("/calls/to-call").body()).contains("Luz Ramos is dialling");
    var refused = jo.post(call + "/dialling", Map.of("number", MOBILE));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("Luz Ramos is dialling this patient.");
    assertThat(jo.post(call + "/results", Map.of("result", "no_answer")).status()).isEqualTo(409);

    her.said(call, "no_answer");
    assertThat(jo.get(call).body()).doesNotContain("is dialling this patient since");
  }

  @Test
  void she_is_dialled_about_one_thing_at_a_time() {
    var other = her.asked(Map.of("reason", "Her visit moves"));
    her.dial(call, MOBILE, "");

    var jo = her.colleague().post(other + "/dialling", Map.of("number", HOME));
    assertThat(jo.status()).isEqualTo(409);
    assertThat(jo.body()).contains("Luz Ramos is dialling this patient.");
    assertThat(her.dial(other, HOME, "").body())
        .contains("You are dialling this patient about something else.");

    her.said(call, "no_answer");
    assertThat(her.dial(other, HOME, "").location()).isEqualTo(other);
  }

  @Test
  void the_same_form_sent_twice_is_one_attempt() {
    her.dial(call, MOBILE, "");
    var form = Map.of("result", "no_answer", "requestId", UUID.randomUUID().toString());

    assertThat(her.luz().post(call + "/results", form).location()).isEqualTo(call);
    assertThat(her.luz().post(call + "/results", form).location()).isEqualTo(call);
    assertThat(her.said(call, "busy").body()).contains("Somebody has said already what came of it");
  }

  @Test
  void a_wrong_number_stops_every_message_to_it_until_it_works_again() {
    assertThat(mayContact("(617) 555-0142")).isTrue();
    her.dial(call, MOBILE, "");
    her.said(call, "wrong_number");

    assertThat(mayContact("+1 617 555 0142")).isFalse();
    assertThat(mayContact("(617) 555-0100")).isTrue();
    assertThat(her.luz().get(call).body()).contains("Wrong number: nothing goes out to it");
    assertThat(her.dial(call, MOBILE, "").status()).isEqualTo(409);
    assertThat(her.luz().get(her.page()).body())
        .contains("Nothing goes out to it · found when it was dialled", "Wrong number");

    her.luz().post(call + "/number", Map.of("number", MOBILE));
    assertThat(mayContact("(617) 555-0142")).isTrue();
  }

  @Test
  void whom_no_number_reaches_is_not_said_to_be_callable_now() {
    assertThat(her.luz().get("/calls/to-call").body()).contains("1 of 1 may be called now");
    for (var number : List.of(MOBILE, HOME)) {
      her.dial(call, number, "");
      her.said(call, "wrong_number");
    }

    assertThat(her.luz().get("/calls/to-call").body())
        .doesNotContain("1 of 1 may be called now")
        .contains("0 of 1 may be called now");
  }

  @Test
  void what_it_is_about_is_chosen_by_who_asks_for_the_call() {
    assertThat(her.luz().get(her.page() + "/to-call").body())
        .doesNotContainPattern("type=.radio.[^>]* checked");

    var form = Map.of("reason", "Biopsy result", "day", "tomorrow", "hour", "17:00");
    var refused = her.luz().post(her.page() + "/to-call", form);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Say what it is about", "Biopsy result");
  }

  @Test
  void who_asks_to_be_called_at_night_is_called_at_night() {
    her.dial(call, MOBILE, "");
    var later = Map.of("result", "later", "day", "tomorrow", "hour", "22:00");

    assertThat(her.luz().post(call + "/results", later).status()).isEqualTo(422);
    var answer =
        her.luz()
            .post(
                call + "/results",
                Map.of(
                    "result", "later", "day", "tomorrow", "hour", "22:00", "saidBy", "her sister"));

    assertThat(answer.location()).isEqualTo(call);
    assertThat(her.luz().get(call).body())
        .contains("Later · morning", ", said by her sister")
        .doesNotContain("Asked for 22:00 to 23:00");
  }

  @Test
  void somebody_who_answers_is_a_call_and_is_proven_like_any_other() {
    her.dial(call, MOBILE, "");

    var place = her.said(call, "reached").location();

    assertThat(place).matches("/calls/[0-9a-f-]{36}/[0-9a-f-]{36}");
    assertThat(her.luz().get(place).body())
        .contains("(617) 555-0142", "Who is calling?")
        .doesNotContain("A place on Friday");
    assertThat(her.luz().get(call).status()).isEqualTo(403);
    assertThat(her.luz().get("/calls/to-call").body())
        .contains("Closed record")
        .doesNotContain("Cruz")
        .doesNotContain("A place on Friday");
  }

  @Test
  void who_speaks_with_a_caller_dials_nobody() {
    her.luz().post("/calls", Map.of("direction", "in"));

    assertThat(her.as(() -> beans.getBean(CallBacks.class).open())).hasSize(1);
    assertThat(her.dial(call, MOBILE, "").status()).isEqualTo(403);
  }

  @Test
  void a_letter_is_a_promise_to_ask_the_clinic() {
    assertThat(her.luz().post(call + "/closing", Map.of("how", "letter")).location())
        .isEqualTo("/calls/to-call");

    assertThat(her.luz().get(her.page()).body()).contains("Ask the clinic to write to the patient");
    assertThat(her.luz().get(call).body()).contains("The clinic writes a letter · Luz Ramos");
    assertThat(her.luz().post(call + "/closing", Map.of("how", "spoken")).body())
        .contains("This was closed a moment ago.");
    assertThat(her.luz().get("/calls/to-call").body()).contains("Nobody to call");
    her.luz().post(call + "/reopening", Map.of());
    assertThat(her.luz().get("/calls/to-call").body()).contains("A place on Friday");
  }

  private boolean mayContact(String number) {
    return her.as(() ->
        beans
            .getBean(SafeContacts.class)
            .mayContact(her.board().clinic().id(), her.ana(), number, Instant.now()));
  }
}
