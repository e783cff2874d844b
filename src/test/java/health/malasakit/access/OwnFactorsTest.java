package health.malasakit.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.samstevens.totp.code.DefaultCodeGenerator;
import dev.samstevens.totp.exceptions.CodeGenerationException;
import health.malasakit.MalasakitTest;
import health.malasakit.Visitor;
import health.malasakit.World;
import health.malasakit.audit.AuditLines;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a signed-in person does with her own second factors. */
@MalasakitTest
class OwnFactorsTest {

  private final World world;
  private final Accounts accounts;
  private final SecondFactors factors;
  private final OwnFactors own;
  private final AuditLines lines;
  private final JdbcClient jdbc;
  private final int port;

  OwnFactorsTest(
      World world,
      Accounts accounts,
      SecondFactors factors,
      OwnFactors own,
      AuditLines lines,
      JdbcClient jdbc,
      @LocalServerPort int port) {
    this.world = world;
    this.accounts = accounts;
    this.factors = factors;
    this.own = own;
    this.lines = lines;
    this.jdbc = jdbc;
    this.port = port;
  }

  @Test
  void an_open_session_alone_changes_nothing() {
    var luz = world.person(Role.SCHEDULER, world.clinic("Lakeside Family Medicine"));
    var secret = withApp(luz.account());
    var visitor = new Visitor(port, world.cookieOf(luz));
    assertThat(visitor.get("/you/keys").body()).contains("First show that it is you");

    for (var change : List.of("/codes", "/app", "/app/removal", "/abc/removal", "")) {
      var answer = visitor.post("/you/keys" + change, Map.of("code", codeAt(secret, 30)));
      assertThat(Visitor.location(answer)).as(change).isEqualTo("/you/keys");
    }
    assertThat(Visitor.location(visitor.get("/you/keys/app"))).isEqualTo("/you/keys");
    var after = factors.of(luz.account());
    assertThat(after.app()).isTrue();
    assertThat(after.recoveryCodesLeft()).isZero();
  }

  @Test
  void the_app_before_counts_until_the_new_one_answered() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var luz = world.person(Role.SCHEDULER, clinic);
    var before = withApp(luz.account());
    var visitor = shown(luz, before);

    var fresh = secretOn(visitor.get("/you/keys/app").body());
    assertThat(secretOn(visitor.get("/you/keys/app").body())).isEqualTo(fresh).isNotEqualTo(before);
    assertThat(visitor.post("/you/keys/app", Map.of("code", "000 00x")).statusCode())
        .isEqualTo(422);
    assertThat(factors.of(luz.account()).app()).isTrue();
    assertThat(Visitor.location(visitor.post("/you/keys/app", Map.of("code", codeAt(fresh, 0)))))
        .isEqualTo("/you/keys");

    assertThat(factors.takes(luz.account(), codeAt(before, 30))).isFalse();
    assertThat(factors.takes(luz.account(), codeAt(fresh, 30))).isTrue();
    assertThat(actsIn(clinic)).contains("set-up authenticator_app");
  }

  @Test
  void the_last_factor_stays_and_codes_are_no_factor() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var luz = world.person(Role.SCHEDULER, clinic);
    var visitor = shown(luz, withApp(luz.account()));
    assertThat(visitor.post("/you/keys/codes", Map.of()).body()).contains("recovery codes");

    var answer = visitor.post("/you/keys/app/removal", Map.of());

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Add another first");
    assertThat(factors.of(luz.account()).app()).isTrue();
    assertThat(factors.of(luz.account()).recoveryCodesLeft()).isEqualTo(10);

    key(luz.account(), "spare key");
    visitor.get("/you/keys");
    assertThat(Visitor.location(visitor.post("/you/keys/app/removal", Map.of())))
        .isEqualTo("/you/keys");
    assertThat(factors.of(luz.account()).app()).isFalse();
    assertThat(actsIn(clinic)).contains("made recovery_codes", "removed authenticator_app");
  }

  @Test
  void two_keys_taken_away_at_the_same_moment_leave_one() {
    var luz = world.person(Role.SCHEDULER, world.clinic("Lakeside Family Medicine"));
    var keys = List.of(key(luz.account(), "blue key"), key(luz.account(), "spare key"));

    var removed =
        keys.stream()
            .map(key -> CompletableFuture.supplyAsync(() -> removes(luz, key)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(removed).containsExactlyInAnyOrder(true, false);
    assertThat(factors.of(luz.account()).passkeys()).isEqualTo(1);
  }

  @Test
  void wrong_codes_are_counted_like_those_of_the_sign_in() {
    var luz = world.person(Role.SCHEDULER, world.clinic("Lakeside Family Medicine"));
    withApp(luz.account());
    var visitor = new Visitor(port, world.cookieOf(luz));
    visitor.get("/you/keys");
    for (int attempt = 0; attempt < 5; attempt++) {
      assertThat(visitor.post("/you/keys/proof", Map.of("code", "000000")).statusCode())
          .isEqualTo(422);
    }

    var sixth = visitor.post("/you/keys/proof", Map.of("code", "000000"));

    assertThat(sixth.statusCode()).isEqualTo(429);
    assertThat(sixth.body()).contains("Too many attempts");
  }

  private boolean removes(SignedIn luz, String key) {
    try {
      Scopes.run(world.scopeOf(luz), () -> own.removeKey(key));
      return true;
    } catch (Refused last) {
      assertThat(last.code()).isEqualTo("factor.last");
      return false;
    }
  }

  /** A browser in which she has just shown a code. */
  private Visitor shown(SignedIn luz, String secret) {
    var visitor = new Visitor(port, world.cookieOf(luz));
    visitor.get("/you/keys");
    var answer = visitor.post("/you/keys/proof", Map.of("code", codeAt(secret, 30)));
    assertThat(Visitor.location(answer)).isEqualTo("/you/keys");
    assertThat(visitor.get("/you/keys").body()).contains("You can change them until");
    return visitor;
  }

  private String withApp(AccountId account) {
    var secret = factors.beginApp(accounts.find(account).orElseThrow()).secret();
    assertThat(factors.confirmApp(account, codeAt(secret, 0))).isTrue();
    return secret;
  }

  /** A key as the table has it; nothing here asks it to sign. */
  private String key(AccountId account, String label) {
    var id = Ids.next().toString().getBytes(StandardCharsets.UTF_8);
    jdbc.sql(
            """
            insert into access.passkey (account_id, credential_id, credential, counter, label, created_at)
            values (:account, :id, :id, 0, :label, now())
            """)
        .param("account", account.value())
        .param("id", id)
        .param("label", label)
        .update();
    return PasskeyStore.encode(id);
  }

  private List<String> actsIn(Organization clinic) {
    var officer = world.person(Role.PRIVACY_OFFICER, clinic);
    return Scopes.call(
        world.scopeOf(officer),
        () ->
            lines
                .between(clinic.id(), Instant.EPOCH, AuditLines.endOf(Instant.now().plusSeconds(9)))
                .lines()
                .stream()
                .map(line -> line.act() + " " + line.subject())
                .toList());
  }

  private static String secretOn(String page) {
    var matcher = Pattern.compile("<code class=\"figures\">([A-Z2-7]+)<").matcher(page);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private static String codeAt(String secret, int secondsAhead) {
    try {
      var step = Instant.now().plusSeconds(secondsAhead).getEpochSecond() / 30;
      return new DefaultCodeGenerator().generate(secret, step);
    } catch (CodeGenerationException e) {
      throw new IllegalStateException(e);
    }
  }
}
