package health.malasakit.inquiries.voicemail;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.inquiries.CallerOnTheLine;
import health.malasakit.inquiries.Switchboard;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MalasakitTest
class VoicemailPagesTest {

  private final World world;
  private final ApplicationContext beans;
  private final int port;
  private CallerOnTheLine line;
  private Client luz;

  VoicemailPagesTest(World world, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.beans = beans;
    this.port = port;
  }

  /** Nobody is on the line, so that something can be played. */
  @BeforeEach
  void aClinicWithASwitch() {
    line = new CallerOnTheLine(beans, port);
    luz = line.client();
    line.over();
  }

  private Switchboard board() {
    return line.board();
  }

  /** The switch sends what was left in a new call; gives the address of the voicemail. */
  private String left(int pitch) {
    var id = board().ring(CallerOnTheLine.HER_NUMBER);
    assertThat(sent(id, Sound.wav(pitch)).status()).isEqualTo(201);
    return newest();
  }

  private Client.Answer sent(String id, byte[] sound) {
    var door = Client.on(port);
    return door.send(
        door.request(
                "/api/calls/" + id + "/voicemail", "Authorization", "Bearer " + board().token())
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(sound)));
  }

  private String newest() {
    var id =
        ids("select voicemail_id from inquiries.voicemail order by voicemail_id desc").getFirst();
    return "/calls/voicemail/" + line.clinic().id() + "/" + id;
  }

  private List<UUID> ids(String sql) {
    return ask(jdbc -> jdbc.sql(sql).query(UUID.class).list());
  }

  private <T> T ask(Function<JdbcClient, T> question) {
    var transactions = beans.getBean(TransactionTemplate.class);
    return Scopes.call(
        Scope.job(line.clinic().id(), "test"),
        () ->
            Objects.requireNonNull(
                transactions.execute(status -> question.apply(beans.getBean(JdbcClient.class)))));
  }

  private List<String> acts() {
    return ask(jdbc ->
        jdbc.sql("select act from audit.line where subject = 'voicemail' order by id")
            .query(String.class)
            .list());
  }

  @Test
  void what_the_switch_sends_is_played_in_the_page_in_parts_and_each_time_written_down() {
    var voicemail = left(440);
    assertThat(luz.get("/calls/voicemail").body())
        .contains("(617) 555-0142", "To be heard by")
        .doesNotContain("Cruz");
    assertThat(luz.get(voicemail).body())
        .contains("controlslist=\"nodownload", "M. D. L. C. 1985")
        .doesNotContain("Cruz")
        .doesNotContain("download=");

    var whole = luz.get(voicemail + "/audio");
    var part = luz.get(voicemail + "/audio", "Range", "bytes=0-3");

    assertThat(whole.status()).isEqualTo(200);
    assertThat(whole.header("Content-Type")).isEqualTo("audio/wav");
    assertThat(whole.header("Content-Disposition")).isEqualTo("inline");
    assertThat(whole.header("Cache-Control")).contains("no-store");
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.header("Content-Range")).isEqualTo("bytes 0-3/8044");
    assertThat(part.body()).isEqualTo("RIFF");
    assertThat(acts()).containsExactly("heard", "heard");
    assertThat(luz.get("/calls/voicemail").body()).contains("Heard by Luz Ramos");
  }

  @Test
  void sent_twice_it_is_one_and_json_does_as_well() {
    var id = board().ring("anonymous");
    assertThat(sent(id, Sound.wav(440)).body()).isEqualTo(sent(id, Sound.wav(440)).body());
    var json =
        "{\"at\": \"2026-11-24T09:00:00-05:00\", \"audio\": \"%s\"}"
            .formatted(Base64.getEncoder().encodeToString(Sound.wav(660)));

    assertThat(board().tell("/api/calls/" + id + "/voicemail", json).status()).isEqualTo(201);

    assertThat(ids("select voicemail_id from inquiries.voicemail")).hasSize(2);
  }

  @Test
  void what_is_no_sound_is_refused_with_place_and_rule() {
    var id = board().ring(CallerOnTheLine.HER_NUMBER);

    var wrong = sent(id, "<html>".getBytes(StandardCharsets.UTF_8));

    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.body()).contains("\"field\":\"audio\"", "Send WAV, MP3, OGG or M4A");
    assertThat(board().tell("/api/calls/" + id + "/voicemail", "{\"audio\": \"%%%\"}").status())
        .isEqualTo(400);
    assertThat(luz.get("/calls/voicemail").body()).contains("No voicemail waits.");
  }

  @Test
  void unheard_half_an_hour_later_it_is_amber() {
    left(440);
    assertThat(luz.get("/calls/voicemail").body()).doesNotContain("keep-soon");

    ask(jdbc ->
        jdbc.sql("update inquiries.voicemail set came_at = came_at - interval '31 minutes'")
            .update());

    assertThat(luz.get("/calls/voicemail").body())
        .contains("keep-soon", "Still unheard; was to be heard by");
  }

  @Test
  void while_a_caller_is_on_the_line_nothing_is_played_and_nobody_is_guessed() {
    var voicemail = left(440);
    line.ring(CallerOnTheLine.ANOTHER_NUMBER);

    assertThat(luz.get(voicemail).body())
        .contains("A caller is on the line")
        .doesNotContainPattern("\\b1985\\b");
    assertThat(luz.get(voicemail + "/audio").status()).isEqualTo(403);
    assertThat(acts()).isEmpty();
  }

  @Test
  void it_becomes_a_message_once_and_its_missed_call_is_dealt_with() {
    var voicemail = left(440);
    var form =
        Map.of(
            "kind", "nurse",
            "words", "Asks whether she may eat before the test.",
            "number", "(617) 555-0142",
            "day", "in two days",
            "hour", "17:00");
    assertThat(luz.get(voicemail + "/message").body()).contains("(617) 555-0142");

    assertThat(luz.post(voicemail + "/message", form).location()).startsWith("/messages/");

    assertThat(luz.get("/calls/voicemail").body()).contains("No voicemail waits.");
    assertThat(luz.get("/calls").body()).doesNotContain("left a voicemail");
    assertThat(luz.post(voicemail + "/message", form).status()).isEqualTo(409);
    assertThat(luz.post(voicemail + "/closing", Map.of()).status()).isEqualTo(409);
    assertThat(ids("select message_id from inquiries.message")).hasSize(1);
  }

  @Test
  void it_becomes_a_call_to_that_number() {
    var call = luz.post(left(440) + "/call", Map.of("saidBy", "the patient")).location();

    assertThat(luz.get(call).body()).contains("(617) 555-0142", "On the line");
  }

  @Test
  void where_the_switch_cannot_send_it_is_added_by_hand() {
    var added = upload(Sound.wav(440));

    assertThat(added.status()).isEqualTo(302);
    assertThat(luz.get(added.location()).body()).contains("(617) 555-0142", "Added by Luz Ramos");
    assertThat(acts()).containsExactly("added");
    var wrong = upload("MZ".getBytes(StandardCharsets.UTF_8));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("This is no sound", "(617) 555-0142");
    board().happens(board().ring("(617) 555-0111"), "abandoned", "");
    assertThat(luz.get("/calls/voicemail/new").body()).contains("Of which missed call", "555-0111");
  }

  private Client.Answer upload(byte[] sound) {
    var page = luz.get("/calls/voicemail/new").body();
    var fields =
        Map.of(
            "_csrf", page.replaceAll("(?s).*<meta name=\"csrf\" content=\"([^\"]*)\".*", "$1"),
            "requestId", UUID.randomUUID().toString(),
            "clinic", line.clinic().id().toString(),
            "number", "(617) 555-0142");
    return luz.send(
        luz.request("/calls/voicemail")
            .header("Content-Type", "multipart/form-data; boundary=part")
            .POST(BodyPublishers.ofByteArray(Sound.form(fields, sound))));
  }

  @Test
  void another_clinics_voicemail_is_not_there() {
    var voicemail = left(440);
    var stranger =
        Client.on(port)
            .as(world.cookieOf(world.person(Role.NURSE, world.clinic("Harbor Pediatrics"))));

    assertThat(stranger.get(voicemail).status()).isEqualTo(404);
    assertThat(stranger.get(voicemail + "/audio").status()).isEqualTo(404);
    assertThat(stranger.get("/calls/voicemail").body()).contains("No voicemail waits.");
  }
}
