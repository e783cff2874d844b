package health.malasakit.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.OpenCalls;
import health.malasakit.Visitor;
import health.malasakit.World;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@MalasakitTest
class LockedScreenTest {

  private final World world;
  private final OpenCalls calls;
  private final int port;

  LockedScreenTest(World world, OpenCalls calls, @LocalServerPort int port) {
    this.world = world;
    this.calls = calls;
    this.port = port;
  }

  @Test
  void a_locked_screen_answers_every_page_until_the_password_comes() {
    var visitor = visitor(Instant.now());
    visitor.get("/nothing");
    assertThat(visitor.post("/lock", Map.of(), "X-Passive", "true").statusCode()).isEqualTo(204);

    var page = visitor.get("/");
    assertThat(page.statusCode()).isEqualTo(423);
    assertThat(page.body()).contains("Locked for", "action=\"/unlock\"").doesNotContain("Lakeside");
    assertThat(visitor.post("/unlock", Map.of("password", "wrong")).statusCode()).isEqualTo(422);
    assertThat(visitor.get("/").statusCode()).isEqualTo(423);
    assertThat(visitor.post("/unlock", Map.of("password", World.PASSWORD)).statusCode())
        .isEqualTo(204);
    assertThat(visitor.get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void the_lock_page_leads_back_to_where_she_was() {
    var visitor = visitor(Instant.now());
    visitor.get("/nothing");
    visitor.post("/lock", Map.of(), "X-Passive", "true");
    visitor.get("/people");

    var answer = visitor.post("/unlock", Map.of("password", World.PASSWORD, "next", "/people"));

    assertThat(Visitor.location(answer)).isEqualTo("/people");
  }

  @Test
  void ten_idle_minutes_lock_the_session_whatever_the_browser_says() {
    var visitor = visitor(Instant.now().minusSeconds(10 * 60 + 1));

    assertThat(visitor.get("/").statusCode()).isEqualTo(423);
    assertThat(visitor.get("/", "HX-Request", "true").headers().firstValue("HX-Trigger"))
        .hasValue("locked");
    assertThat(visitor.get("/", "X-Passive", "true").statusCode()).isEqualTo(401);
  }

  @Test
  void the_screen_never_locks_while_a_call_is_open_and_locks_when_it_ends() {
    var luz = person(Instant.now().minusSeconds(10 * 60 + 1));
    var rosa = person(Instant.now().minusSeconds(10 * 60 + 1));
    calls.begin(luz.account());

    // Passive, so that the look itself does not count as being there.
    assertThat(browser(luz).get("/", "X-Passive", "true").statusCode()).isEqualTo(200);
    assertThat(browser(rosa).get("/", "X-Passive", "true").statusCode()).isEqualTo(401);
    calls.end(luz.account());
    assertThat(browser(luz).get("/", "X-Passive", "true").statusCode()).isEqualTo(401);
  }

  @Test
  void what_was_locked_by_hand_stays_locked_on_a_call() {
    var luz = person(Instant.now());
    var visitor = browser(luz);
    calls.begin(luz.account());
    visitor.get("/nothing");
    visitor.post("/lock", Map.of(), "X-Passive", "true");

    assertThat(visitor.get("/").statusCode()).isEqualTo(423);
    calls.end(luz.account());
  }

  @Test
  void polling_does_not_count_as_being_there() {
    var visitor = visitor(Instant.now().minusSeconds(10 * 60 - 2));
    assertThat(visitor.get("/", "X-Passive", "true").statusCode()).isEqualTo(200);

    org.awaitility.Awaitility.await()
        .untilAsserted(
            () -> assertThat(visitor.get("/", "X-Passive", "true").statusCode()).isEqualTo(401));
    assertThat(visitor.get("/").statusCode()).isEqualTo(423);
  }

  @Test
  void five_wrong_passwords_end_the_session() {
    var visitor = visitor(Instant.now());
    visitor.get("/nothing");
    for (int attempt = 0; attempt < 5; attempt++) {
      assertThat(visitor.post("/unlock", Map.of("password", "wrong")).statusCode()).isEqualTo(422);
    }

    assertThat(visitor.post("/unlock", Map.of("password", World.PASSWORD)).statusCode())
        .isEqualTo(401);
    assertThat(Visitor.location(visitor.get("/"))).startsWith("/sign-in");
  }

  private Visitor visitor(Instant since) {
    return browser(person(since));
  }

  private SignedIn person(Instant since) {
    var person = world.person(Role.SCHEDULER, world.clinic("Lakeside Family Medicine"));
    world.backdate(person, since);
    return new SignedIn(person.accountUuid(), "PH", "Asia/Manila", since);
  }

  private Visitor browser(SignedIn person) {
    return new Visitor(port, world.cookieOf(person));
  }
}
