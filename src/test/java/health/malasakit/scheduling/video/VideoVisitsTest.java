package health.malasakit.scheduling.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.directory.video.JoinAddress;
import health.malasakit.inquiries.Switchboard;
import health.malasakit.kernel.Refused;
import health.malasakit.scheduling.Bookings;
import health.malasakit.scheduling.Practice;
import health.malasakit.scheduling.VisitId;
import health.malasakit.scheduling.Visits;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@MalasakitTest
class VideoVisitsTest {

  private static final String ROOM = VideoPractice.ROOM;

  private final ApplicationContext beans;
  private final int port;
  private VideoPractice at;
  private Client client;
  private Practice practice;

  VideoVisitsTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aPracticeWithVideoVisits() {
    at = new VideoPractice(beans, port);
    client = at.client;
    practice = at.practice;
  }

  @Test
  void she_is_asked_in_which_state_she_will_be_before_anything_is_booked() {
    var held = at.hold(at.reyes);
    assertThat(client.get(held).body())
        .contains("Ask: in which state will you be?", "value=\"" + ROOM + "\"");

    var refused = client.post(held, Map.of("state", ""));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Ask in which state the patient will be, and choose it");
    assertThat(visits()).isZero();
  }

  @Test
  void a_booked_one_shows_state_address_and_number_and_says_them_aloud() {
    var visit = client.post(at.hold(at.reyes), Map.of("state", "NJ", "join", ROOM)).location();

    assertThat(client.get(visit).body())
        .contains("She will be in New Jersey", "href=\"" + ROOM + "\"")
        .contains("If the video fails, the practice calls (212) 555-0123")
        .contains(
            "You will be in New Jersey. The link to join begins with meet.example.org; please say"
                + " how it shall reach you. If the video");
    var said = practice.ask(() -> practice.bean(VideoWords.class).aloud(found(visit)));
    assertThat(said.orElseThrow())
        .isEqualTo(
            "By video. You will be in New Jersey. The link to join begins with meet.example.org;"
                + " please say how it shall reach you."
                + " If the video fails, the practice calls (212) 555-0123");
  }

  @Test
  void a_caller_who_may_be_asked_for_the_number_is_not_told_it() {
    var visit = client.post(at.hold(at.reyes), Map.of("state", "NJ", "join", ROOM)).location();
    var board = Switchboard.of(beans, port, practice.clinic());
    var call = board.answeredBy(practice.specialist(), "(617) 555-0199");
    var said =
        Map.of("caller", "patient", "name", "Ana Cruz", "birthDate", "3/12/1985", "fact", "");
    client.post(call + "/caller", said);

    assertThat(client.get(visit).body())
        .contains("If the video fails, the practice calls the number it was given")
        .doesNotContain("555-0123");
    var aloud = practice.ask(() -> practice.bean(VideoWords.class).aloud(found(visit)));
    assertThat(aloud.orElseThrow()).endsWith("the practice calls the number it was given");
    board.ends(call);
    assertThat(client.get(visit).body()).contains("the practice calls (212) 555-0123");
  }

  @Test
  void what_lets_anybody_in_is_copied_and_never_said_aloud() {
    var secret = "https://zoom.example.org/j/98765?pwd=s3cr3t";
    var board = Switchboard.of(beans, port, practice.clinic());
    var call = board.answeredBy(practice.specialist(), "(617) 555-0199");
    client.post(
        call + "/caller",
        Map.of("caller", "patient", "name", "Ana Cruz", "birthDate", "3/12/1985", "fact", ""));
    var visit = client.post(at.hold(at.reyes), Map.of("state", "NJ", "join", secret)).location();

    assertThat(client.get(call).body())
        .as("read back in the call")
        .contains("<q>", "By video. You will be in New Jersey. The link to join begins with zoom")
        .contains("please say how it shall reach you")
        .doesNotContain("98765")
        .doesNotContain("s3cr3t");
    assertThat(client.get(visit).body())
        .contains("data-copy=\"" + secret + "\"", "begins with zoom.example.org;");
    var aloud = practice.ask(() -> practice.bean(VideoWords.class).aloud(found(visit)));
    assertThat(aloud.orElseThrow()).doesNotContain("98765").doesNotContain("s3cr3t");
  }

  @Test
  void where_the_practitioner_is_not_licensed_it_is_refused_with_a_sentence() {
    var refused = client.post(at.hold(at.reyes), Map.of("state", "OR"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body())
        .contains("licences on file: NY, NJ. A visit by video while the patient is in Oregon");
    assertThat(visits()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://meet.example.org/x",
        "javascript:alert(1)",
        "https://luz:secret@meet.example.org",
        "meet.example.org/x",
        "https:///x"
      })
  void only_a_safe_address_is_taken(String address) {
    var refused = client.post(at.hold(at.reyes), Map.of("state", "NY", "join", address));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("An address to join begins with https://");
    assertThat(visits()).isZero();
  }

  @Test
  void a_machine_says_the_state_as_well() {
    assertThat(at.json("").status()).isEqualTo(422);
    assertThat(at.json(", \"state\": \"OR\"").body()).contains("\"field\":\"state\"", "in Oregon");
    assertThat(visits()).isZero();

    var booked = at.json(", \"state\": \"New York\"");

    assertThat(booked.status()).isEqualTo(201);
    assertThat(client.get(booked.location()).body())
        .contains("\"state\":\"NY\"", "\"join\":\"" + ROOM + "\"");
  }

  @Test
  void a_move_keeps_it_and_another_practitioner_asks_again() {
    var visit = client.post(at.hold(at.reyes), Map.of("state", "NY")).location();
    var id = visit.replaceAll(".*/visits/([^?]*).*", "$1");
    at.later();
    client.post(at.moving(id, at.reyes), Map.of("version", "1", "reason", "Asked for it"));
    assertThat(client.get("/visits/" + id).body())
        .contains("Moved", "She will be in New York", "href=\"" + ROOM + "\"");

    at.later();
    var held = at.moving(id, at.santos);
    assertThat(client.get(held).body())
        .contains("Ask: in which state will you be?")
        .doesNotContain(ROOM);
    var reason = Map.of("version", "2", "reason", "Reyes is ill");
    assertThat(client.post(held, reason).status()).isEqualTo(422);
    assertThat(client.post(held, with(reason, "state", "NY")).body()).contains("file: OR");

    client.post(held, with(reason, "state", "OR"));

    assertThat(client.get("/visits/" + id).body())
        .contains("She will be in Oregon", "Nobody has the address to join yet");
    client.post("/visits/" + id + "/joining", Map.of("state", "OR", "join", ROOM + "2"));
    assertThat(client.get("/visits/" + id).body()).contains("href=\"" + ROOM + "2\"");
  }

  @Test
  void a_visit_from_before_it_was_asked_stays_valid_and_moves() {
    var before =
        practice.ask(() ->
            practice
                .bean(Bookings.class)
                .bookNow(practice.wanted(at.ana, at.reyes, at.video, at.start())));
    assertThat(client.get("/visits/" + before.id()).body())
        .contains("Nobody has asked in which state she will be");
    at.later();

    var moved =
        client.json(
            "/api/appointments/" + before.id() + "/move",
            at.body(", \"version\": 1, \"reason\": \"Asked\""));

    assertThat(moved.status()).isEqualTo(200);
  }

  @Test
  void the_words_of_an_address_show_nothing_of_it() {
    assertThat(JoinAddress.read(ROOM).orElseThrow()).hasToString("JoinAddress");
    assertThatThrownBy(() -> JoinAddress.read("ftp://x.org")).isInstanceOf(Refused.class);
  }

  private long visits() {
    return practice.ask(
        () -> practice.bean(Visits.class).of(practice.organization(), at.ana).size());
  }

  private health.malasakit.scheduling.Visit found(String visit) {
    var id = VisitId.of(visit.replaceAll(".*/visits/([^?]*).*", "$1"));
    return practice.bean(Visits.class).get(id);
  }

  private static Map<String, String> with(Map<String, String> form, String name, String value) {
    var more = new HashMap<>(form);
    more.put(name, value);
    return more;
  }
}
