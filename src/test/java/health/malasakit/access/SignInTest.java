package health.malasakit.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.samstevens.totp.code.DefaultCodeGenerator;
import dev.samstevens.totp.exceptions.CodeGenerationException;
import health.malasakit.MalasakitTest;
import health.malasakit.Visitor;
import health.malasakit.World;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@MalasakitTest
class SignInTest {

  private final World world;
  private final Accounts accounts;
  private final SecondFactors factors;
  private final Attempts attempts;
  private final int port;

  SignInTest(
      World world,
      Accounts accounts,
      SecondFactors factors,
      Attempts attempts,
      @LocalServerPort int port) {
    this.world = world;
    this.accounts = accounts;
    this.factors = factors;
    this.attempts = attempts;
    this.port = port;
  }

  @Test
  void the_first_time_she_enrols_an_app_keeps_recovery_codes_and_says_where_she_is() {
    var person = world.person(Role.SCHEDULER, world.clinic("Lakeside Family Medicine"));
    var visitor = new Visitor(port);
    visitor.get("/sign-in?next=/people");
    var before = visitor.session();

    var answer = typed(visitor, email(person), World.PASSWORD, "/people");
    assertThat(Visitor.location(answer)).isEqualTo("/sign-in/enrol");
    assertThat(visitor.session()).isNotEqualTo(before);
    assertThat(visitor.get("/").statusCode()).isEqualTo(302);

    var page = visitor.get("/sign-in/enrol").body();
    assertThat(page).contains("<svg", "h1v1h-1z");
    var secret = found(page, "<code class=\"figures\">([A-Z2-7]+)<");
    assertThat(visitor.post("/sign-in/enrol/app", Map.of("code", "12345x")).statusCode())
        .isEqualTo(422);
    var codes = visitor.post("/sign-in/enrol/app", Map.of("code", codeAt(secret, Instant.now())));
    assertThat(codes.body()).contains("recovery codes");
    assertThat(Pattern.compile("<li><code>").matcher(codes.body()).results()).hasSize(10);

    assertThat(visitor.get("/sign-in/place").body())
        .contains("value=\"PH\" selected", "value=\"Asia/Manila\" selected");
    var between = visitor.session();
    var in = visitor.post("/sign-in/place", Map.of("country", "US", "zone", "America/New_York"));
    assertThat(Visitor.location(in)).isEqualTo("/people");
    assertThat(visitor.session()).isNotEqualTo(between);
    assertThat(visitor.get("/").statusCode()).isEqualTo(200);
    assertThat(accounts.find(person.account()).orElseThrow().country()).isEqualTo("US");
  }

  @Test
  void a_stream_of_nobody_is_refused_and_begins_no_session_beside_the_form() {
    var answer = new Visitor(port).get("/live", "Accept", "text/event-stream");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void a_code_of_the_app_is_taken_once_and_a_recovery_code_is_taken_once() {
    var person = world.person(Role.SCHEDULER, world.clinic("Lakeside Family Medicine"));
    var secret = factors.beginApp(accounts.find(person.account()).orElseThrow()).secret();
    var now = Instant.now();
    assertThat(factors.confirmApp(person.account(), codeAt(secret, now))).isTrue();
    var recovery = factors.newRecoveryCodes(person.account()).getFirst();

    assertThat(factors.takes(person.account(), codeAt(secret, now))).isFalse();
    assertThat(factors.takes(person.account(), codeAt(secret, now.plusSeconds(30)))).isTrue();
    assertThat(factors.takes(person.account(), recovery.toUpperCase(java.util.Locale.ROOT)))
        .isTrue();
    assertThat(factors.takes(person.account(), recovery)).isFalse();
    assertThat(factors.of(person.account()).recoveryCodesLeft()).isEqualTo(9);
  }

  @Test
  void an_unknown_account_and_a_wrong_password_get_the_same_answer() {
    var person = world.person(Role.SCHEDULER, world.clinic("Lakeside Family Medicine"));
    var visitor = new Visitor(port);
    visitor.get("/sign-in");

    var wrong = typed(visitor, email(person), "not the password", "/");
    var unknown = typed(visitor, "nobody-" + email(person), "not the password", "/");

    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(sentence(unknown.body())).isEqualTo(sentence(wrong.body())).contains("Check both");
  }

  @Test
  void after_five_wrong_passwords_even_the_right_one_has_to_wait() {
    var person = world.person(Role.SCHEDULER, world.clinic("Lakeside Family Medicine"));
    var visitor = new Visitor(port);
    visitor.get("/sign-in");
    for (int attempt = 0; attempt < 5; attempt++) {
      assertThat(typed(visitor, email(person), "wrong", "/").statusCode()).isEqualTo(422);
    }

    var sixth = typed(visitor, email(person), World.PASSWORD, "/");

    assertThat(sixth.statusCode()).isEqualTo(429);
    assertThat(sixth.body()).contains("Too many attempts");
    assertThat(
            typed(visitor, email(person).toUpperCase(java.util.Locale.ROOT), "x", "/").statusCode())
        .isEqualTo(429);
  }

  @Test
  void each_attempt_after_the_fifth_waits_twice_as_long() {
    var key = "somebody-" + java.util.UUID.randomUUID();
    for (int attempt = 0; attempt < 5; attempt++) {
      assertThat(attempts.take(Attempts.Kind.CODE, key)).isEmpty();
    }
    assertThat(attempts.take(Attempts.Kind.CODE, key)).isPresent();
    assertThat(attempts.take(Attempts.Kind.CODE, key).orElseThrow())
        .isBetween(Instant.now().plusSeconds(20), Instant.now().plusSeconds(31));

    attempts.wasRight(Attempts.Kind.CODE, key);
    assertThat(attempts.take(Attempts.Kind.CODE, key)).isEmpty();
  }

  @Test
  void next_leads_to_pages_of_ours_only() {
    for (var elsewhere :
        java.util.List.of(
            "https://evil.example", "//evil.example", "/\\evil.example", "/sign-in")) {
      var person = world.person(Role.SCHEDULER, world.clinic("Lakeside Family Medicine"));
      factors.beginApp(accounts.find(person.account()).orElseThrow());
      var visitor = new Visitor(port);
      visitor.get("/sign-in");
      typed(visitor, email(person), World.PASSWORD, elsewhere);
      var secret =
          found(visitor.get("/sign-in/enrol").body(), "<code class=\"figures\">([A-Z2-7]+)<");
      visitor.post("/sign-in/enrol/app", Map.of("code", codeAt(secret, Instant.now())));
      visitor.get("/sign-in/place");
      var in = visitor.post("/sign-in/place", Map.of("country", "PH", "zone", "Asia/Manila"));
      assertThat(Visitor.location(in)).as(elsewhere).isEqualTo("/");
    }
  }

  @Test
  void signed_out_everywhere_ends_each_session_with_its_next_request() {
    var person = world.person(Role.SCHEDULER, world.clinic("Lakeside Family Medicine"));
    var one = new Visitor(port, world.cookieOf(person));
    var other = new Visitor(port, world.cookieOf(person));
    one.get("/nothing");

    one.post("/sign-out/everywhere", Map.of());

    assertThat(Visitor.location(other.get("/"))).startsWith("/sign-in");
  }

  @Test
  void a_session_is_over_twelve_hours_after_sign_in() {
    var person = world.person(Role.SCHEDULER, world.clinic("Lakeside Family Medicine"));
    var yesterday =
        new SignedIn(
            person.accountUuid(), "PH", "Asia/Manila", Instant.now().minusSeconds(12 * 3600 + 1));
    var visitor = new Visitor(port, world.cookieOf(yesterday));

    assertThat(Visitor.location(visitor.get("/"))).startsWith("/sign-in");
  }

  @Test
  void an_invitation_sets_a_password_once() {
    var link = world.invited("luz-" + java.util.UUID.randomUUID() + "@example.org");
    var visitor = new Visitor(port);
    assertThat(visitor.get(link).statusCode()).isEqualTo(200);
    assertThat(visitor.post(link, Map.of("password", "short", "repeated", "short")).body())
        .contains("12 characters");
    var good = Map.of("password", "four plain good words", "repeated", "four plain good words");

    assertThat(Visitor.location(visitor.post(link, good))).isEqualTo("/sign-in?said=password");
    assertThat(visitor.post(link, good).statusCode()).isEqualTo(404);
    assertThat(visitor.get(link).statusCode()).isEqualTo(404);
  }

  private static java.net.http.HttpResponse<String> typed(
      Visitor visitor, String email, String password, String next) {
    return visitor.post("/sign-in", Map.of("email", email, "password", password, "next", next));
  }

  private String email(SignedIn person) {
    return accounts.find(person.account()).orElseThrow().email();
  }

  private static String codeAt(String secret, Instant at) {
    try {
      return new DefaultCodeGenerator().generate(secret, at.getEpochSecond() / 30);
    } catch (CodeGenerationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sentence(String page) {
    return found(page, "id=\"password-error\">(?s)(.*?)</p>");
  }

  private static String found(String page, String pattern) {
    var matcher = Pattern.compile(pattern).matcher(page);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }
}
