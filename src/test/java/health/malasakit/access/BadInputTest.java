package health.malasakit.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.Visitor;
import health.malasakit.World;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@MalasakitTest
class BadInputTest {

  private static final int FIFTY_MEGABYTES = 50 * 1024 * 1024;

  private final World world;
  private final int port;

  BadInputTest(World world, @LocalServerPort int port) {
    this.world = world;
    this.port = port;
  }

  @Test
  void a_form_without_its_token_changes_nothing_and_says_what_to_do() {
    var visitor = signedIn();

    var answer = visitor.post("/sign-out/everywhere", Map.of("_csrf", ""));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("nothing was changed", "reload");
    assertThat(visitor.get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void a_form_of_an_ended_session_leads_to_sign_in_and_back_to_its_page() {
    var visitor = new Visitor(port);

    var answer =
        visitor.post(
            "/sign-out/everywhere", Map.of(), "Referer", "http://localhost:" + port + "/people");

    assertThat(Visitor.location(answer)).isEqualTo("/sign-in?next=/people&said=again");
    assertThat(visitor.get("/sign-in?next=/people&said=again").body()).contains("is kept");
  }

  @Test
  void fifty_megabytes_are_refused_in_a_sentence() {
    var visitor = signedIn();
    var form =
        visitor
            .request("/theme", "Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofByteArray(new byte[FIFTY_MEGABYTES]));
    var answer = visitor.send(form);

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("2 MB is the most");
  }

  @Test
  void fifty_megabytes_of_unknown_length_are_refused_too() {
    var visitor = signedIn();
    var form =
        visitor
            .request("/theme", "Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofInputStream(
                    () -> new ByteArrayInputStream(new byte[FIFTY_MEGABYTES])));

    assertThat(visitor.send(form).statusCode()).isIn(400, 413);
  }

  @Test
  void a_path_that_is_not_there_is_a_page_of_ours() {
    var answer = signedIn().get("/nothing/here");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("nothing that you may see");
  }

  @Test
  void a_refusal_inside_a_page_is_a_fragment_without_the_chrome() {
    var answer = signedIn().get("/nothing/here", "HX-Request", "true");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("notice").doesNotContain("<html");
  }

  @Test
  void what_the_server_itself_refuses_says_its_own_status_and_not_another() {
    var visitor = signedIn();

    var method = visitor.post("/you/keys/app/nothing", Map.of());
    var verb = visitor.post("/audit", Map.of());
    var kind = visitor.get("/unlock/key", "Accept", "text/csv");

    assertThat(method.statusCode()).isEqualTo(404);
    assertThat(verb.statusCode()).isEqualTo(405);
    assertThat(verb.body()).contains("data-code=\"http-405\"", "cannot be asked for in that way");
    assertThat(kind.statusCode()).isEqualTo(406);
    assertThat(kind.body()).contains("data-code=\"http-406\"", "in the form that was asked for");
  }

  @Test
  void a_refusal_leads_back_to_the_page_she_came_from_when_that_is_ours() {
    var visitor = signedIn();
    var ours = "http://localhost:" + port + "/you";

    assertThat(visitor.get("/nothing/here", "Referer", ours).body()).contains("href=\"/you\"");
    assertThat(visitor.get("/nothing/here", "Referer", "https://evil.example/you").body())
        .doesNotContain("evil")
        .doesNotContain("href=\"/you\">Back");
  }

  private Visitor signedIn() {
    var person = world.person(Role.SCHEDULER, world.clinic("Lakeside Family Medicine"));
    var visitor = new Visitor(port, world.cookieOf(person));
    visitor.get("/");
    return visitor;
  }
}
