package health.malasakit.inquiries.voicemail;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.CallerOnTheLine;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.voicemail.Voicemail.Became;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A missed call and what was left in it are one line until somebody deals with either. */
@MalasakitTest
class MissedVoicemailTest {

  private static final Map<String, String> WRITTEN_UP =
      Map.of("reason", "bill", "outcome", "done", "note", "Asked about a bill.");

  private final Voicemails voicemails;
  private final Calls calls;
  private final ApplicationContext beans;
  private final int port;
  private CallerOnTheLine line;
  private Client luz;

  MissedVoicemailTest(
      Voicemails voicemails, Calls calls, ApplicationContext beans, @LocalServerPort int port) {
    this.voicemails = voicemails;
    this.calls = calls;
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void nobodyIsOnTheLine() {
    line = new CallerOnTheLine(beans, port);
    luz = line.client();
    line.over();
    luz.post(line.call() + "/wrap-up", WRITTEN_UP);
  }

  /** A caller leaves something; gives the call's own name at the switch. */
  private String left(int... pitches) {
    var id = line.board().ring(CallerOnTheLine.HER_NUMBER);
    IntStream.of(pitches).forEach(pitch -> sound(id, pitch));
    return id;
  }

  private void sound(String id, int pitch) {
    var audio = Base64.getEncoder().encodeToString(Sound.wav(pitch));
    var sent =
        line.board().tell("/api/calls/" + id + "/voicemail", "{\"audio\": \"" + audio + "\"}");
    assertThat(sent.status()).isEqualTo(201);
  }

  private List<Voicemail> open() {
    return line.as(voicemails::open);
  }

  private Voicemail only() {
    assertThat(open()).hasSize(1);
    return open().getFirst();
  }

  private static String place(Voicemail one) {
    return "/calls/voicemail/" + one.organization() + "/" + one.id();
  }

  private static String call(Voicemail one) {
    return "/calls/" + one.organization() + "/" + one.call().orElseThrow();
  }

  private Became became(Voicemail one) {
    return line.as(() -> voicemails.get(one.organization(), one.id()))
        .settled()
        .orElseThrow()
        .became();
  }

  private String state(Voicemail one) {
    CallId id = one.call().orElseThrow();
    return line.as(() -> calls.get(one.organization(), id)).state().code();
  }

  @Test
  void it_is_one_line_that_says_both_and_is_counted_once_everywhere() {
    left(440);
    line.board().happens(line.board().ring("(617) 555-0111"), "abandoned", "");

    var list = luz.get("/calls/voicemail").body();

    assertThat(list)
        .contains("Missed call, left a voicemail", "0:01 min", "Spanish", "(617) 555-0142")
        .contains("<span class=\"count\">1</span>", "data-line-key=\"s\"");
    assertThat(luz.get("/calls").body())
        .contains("(617) 555-0111", "<span class=\"count\">1</span>")
        .doesNotContain("(617) 555-0142", call(only()));
    assertThat(luz.get("/calls/missed").body())
        .contains("(617) 555-0111", "<span class=\"count\">1</span>")
        .doesNotContain("(617) 555-0142");
    assertThat(luz.get("/calls/board").body())
        .contains("href=\"/calls#calls-missed\">1<", "href=\"/calls/voicemail\">1<");
  }

  @Test
  void a_call_of_which_only_the_event_came_stays_among_the_missed() {
    line.board().happens(line.board().ring(CallerOnTheLine.HER_NUMBER), "voicemail", "");

    assertThat(luz.get("/calls").body()).contains("left a voicemail", "(617) 555-0142");
    assertThat(open()).isEmpty();
  }

  @Test
  void with_the_voicemail_the_call_is_dealt_with() {
    left(440);
    var one = only();

    assertThat(luz.post(place(one) + "/closing", Map.of()).location()).isEqualTo("/calls");

    assertThat(state(one)).isEqualTo("closed");
    assertThat(luz.get("/calls/missed").body()).doesNotContain(call(one));
  }

  @Test
  void who_takes_the_call_has_the_voicemail_too() {
    left(440);
    var one = only();

    luz.post(call(one) + "/taking", Map.of());

    assertThat(became(one)).isEqualTo(Became.TAKEN);
    assertThat(luz.get("/calls/voicemail").body()).contains("No voicemail waits.");
    assertThat(luz.get(place(one)).body()).contains("Taken with its call: Luz Ramos");
    assertThat(luz.get(call(one)).body()).contains("href=\"" + place(one) + "\"");
    assertThat(luz.post(place(one) + "/closing", Map.of()).status()).isEqualTo(409);
  }

  @Test
  void who_rings_back_from_the_page_of_the_call_has_called_back_the_voicemail() {
    left(440);
    var one = only();

    var rung =
        luz.post(
            "/calls",
            Map.of(
                "clinic",
                one.organization().toString(),
                "direction",
                "out",
                "number",
                "(617) 555-0142",
                "saidBy",
                "the patient",
                "missed",
                one.call().orElseThrow().toString()));

    assertThat(rung.location()).startsWith("/calls/");
    assertThat(became(one)).isEqualTo(Became.CALL_BACK);
    assertThat(state(one)).isEqualTo("closed");
  }

  @Test
  void of_two_sounds_of_one_call_the_second_waits_until_it_is_dealt_with_too() {
    left(440, 660);
    var both = open();

    luz.post(place(both.getFirst()) + "/closing", Map.of());

    assertThat(only()).isEqualTo(both.getLast());
    assertThat(state(both.getLast())).isEqualTo("missed");
    assertThat(luz.get("/calls").body()).doesNotContain(call(both.getLast()));
    luz.post(place(both.getLast()) + "/closing", Map.of());
    assertThat(state(both.getLast())).isEqualTo("closed");
  }

  @Test
  void what_is_left_after_a_call_of_hers_outlives_its_write_up() {
    var id = line.board().ring("(617) 555-0111");
    line.board().happens(id, "answered", ", \"extension\": \"204\"");
    sound(id, 440);
    var one = only();

    luz.post(call(one) + "/wrap-up", WRITTEN_UP);

    assertThat(state(one)).isEqualTo("closed");
    assertThat(only()).isEqualTo(one);
  }

  @Test
  void of_two_who_deal_with_both_at_once_one_does_and_nobody_waits_for_ever() {
    for (int n = 0; n < 5; n++) {
      left(440 + n);
      var one = only();
      var places = List.of(place(one) + "/closing", call(one) + "/taking");

      var answers =
          places.parallelStream()
              .map(place -> line.colleague().post(place, Map.of()).status())
              .toList();

      assertThat(answers).containsExactlyInAnyOrder(302, 409);
      assertThat(open()).isEmpty();
    }
  }
}
