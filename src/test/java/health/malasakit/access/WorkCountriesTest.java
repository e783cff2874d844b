package health.malasakit.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.samstevens.totp.code.DefaultCodeGenerator;
import dev.samstevens.totp.exceptions.CodeGenerationException;
import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.Visitor;
import health.malasakit.World;
import health.malasakit.audit.AuditLines;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From where a person may work is said by who manages people, not by herself at sign-in. */
@MalasakitTest
class WorkCountriesTest {

  private final World world;
  private final WorkCountries countries;
  private final Accounts accounts;
  private final AuditLines lines;
  private final SecondFactors factors;
  private final int port;
  private final Organization clinic;
  private final Organization other;
  private SignedIn luz;

  WorkCountriesTest(
      World world,
      WorkCountries countries,
      Accounts accounts,
      AuditLines lines,
      SecondFactors factors,
      @LocalServerPort int port) {
    this.world = world;
    this.countries = countries;
    this.accounts = accounts;
    this.lines = lines;
    this.factors = factors;
    this.port = port;
    this.clinic = world.clinic("Lakeside Family Medicine");
    this.other = world.clinic("Harbor Pediatrics");
    this.luz = world.person(Role.SCHEDULER, clinic);
  }

  @BeforeEach
  void aPersonOfTwoClinicsWithAnApp() throws CodeGenerationException {
    luz = world.person(Role.SCHEDULER, clinic, other);
    var secret = factors.beginApp(accounts.find(luz.account()).orElseThrow()).secret();
    var code = new DefaultCodeGenerator().generate(secret, Instant.now().getEpochSecond() / 30);
    assertThat(factors.confirmApp(luz.account(), code)).isTrue();
  }

  @Test
  void of_whom_nobody_has_said_it_any_country_is_taken_and_her_page_says_so() {
    assertThat(countries.of(luz.account())).isEmpty();

    assertThat(Visitor.location(entering().post("/sign-in/place", place("CA")))).isEqualTo("/");
    assertThat(administrator().get(page()).body()).contains("any is taken at sign-in");
  }

  @Test
  void where_she_may_work_from_one_country_alone_it_is_not_asked_and_no_other_is_taken() {
    assertThat(administrator().post(page() + "/countries", Map.of("countries", "PH")).status())
        .isEqualTo(302);
    var entering = entering();

    assertThat(entering.get("/sign-in/place").body())
        .contains("You work from Philippines.")
        .doesNotContain("name=\"country\"");
    var elsewhere = entering.post("/sign-in/place", place("US"));
    assertThat(elsewhere.statusCode()).isEqualTo(422);
    assertThat(elsewhere.body()).contains("You may not work from this country.");
    assertThat(Visitor.location(entering.post("/sign-in/place", Map.of("zone", "Asia/Manila"))))
        .isEqualTo("/");
    assertThat(accounts.find(luz.account()).orElseThrow().country()).isEqualTo("PH");
  }

  @Test
  void of_several_countries_she_is_offered_these_and_no_other() {
    administrator().post(page() + "/countries", Map.of("countries", List.of("PH", "US", "")));
    var entering = entering();

    assertThat(entering.get("/sign-in/place").body())
        .contains("value=\"PH\"", "value=\"US\"")
        .doesNotContain("value=\"CA\"");
    assertThat(entering.post("/sign-in/place", place("CA")).statusCode()).isEqualTo(422);
    assertThat(Visitor.location(entering.post("/sign-in/place", place("US")))).isEqualTo("/");
  }

  @Test
  void who_loses_a_country_is_signed_out_and_each_of_her_clinics_reads_of_it() {
    var hers = Client.on(port).as(world.cookieOf(luz));
    assertThat(hers.get("/").status()).isEqualTo(200);

    administrator().post(page() + "/countries", Map.of("countries", List.of("PH", "US")));
    assertThat(hers.get("/").status()).as("she keeps the one she is in").isEqualTo(200);
    administrator().post(page() + "/countries", Map.of("countries", "US"));

    assertThat(hers.get("/").location()).startsWith("/sign-in");
    assertThat(said(clinic)).containsExactlyInAnyOrder("PH US", "US");
    assertThat(said(other)).containsExactlyInAnyOrder("PH US", "US");
  }

  @Test
  void an_invitation_says_the_country_and_nothing_else_is_allowed() {
    administrator()
        .post(
            "/people/" + clinic.slug(),
            Map.of(
                "name", "Ana Cruz",
                "email", "ana." + clinic.slug() + "@example.org",
                "country", "PH",
                "zone", "Asia/Manila",
                "roles", "scheduler"));

    var ana = accounts.findByEmail("ana." + clinic.slug() + "@example.org").orElseThrow();
    assertThat(countries.of(ana.id())).containsExactly("PH");
  }

  @Test
  void none_and_one_that_is_none_are_refused_at_the_field_and_nothing_changes() {
    for (var wrong : List.of("", "XX", "ph")) {
      var answer = administrator().post(page() + "/countries", Map.of("countries", wrong));
      assertThat(answer.status()).as(wrong).isEqualTo(422);
      assertThat(answer.body()).contains("id=\"countries-error\"");
    }
    assertThat(countries.of(luz.account())).isEmpty();
  }

  @Test
  void who_manages_no_people_may_not_and_nobody_says_it_of_herself() {
    var scheduler = world.person(Role.SCHEDULER, clinic);
    var boss = world.person(Role.ADMINISTRATOR, clinic);

    assertThat(refusal(scheduler, luz.account())).isEqualTo("no-right");
    assertThat(refusal(boss, boss.account())).isEqualTo("person.self");
    assertThat(refusal(world.person(Role.SUPERVISOR, clinic), boss.account()))
        .isEqualTo("person.above");
  }

  private String refusal(SignedIn by, AccountId whose) {
    try {
      Scopes.run(world.scopeOf(by), () -> countries.allow(clinic.id(), whose, Set.of("PH")));
      return "";
    } catch (Refused no) {
      return no.code();
    }
  }

  private List<String> said(Organization where) {
    return Scopes.call(
        world.scopeOf(world.person(Role.PRIVACY_OFFICER, where)),
        () ->
            lines
                .between(where.id(), Instant.EPOCH, AuditLines.endOf(Instant.now().plusSeconds(9)))
                .lines()
                .stream()
                .filter(line -> line.act().equals("countries"))
                .map(line -> line.detail())
                .toList());
  }

  private Client administrator() {
    return Client.on(port).as(world.cookieOf(world.person(Role.ADMINISTRATOR, clinic)));
  }

  private String page() {
    return "/people/" + clinic.slug() + "/" + luz.account();
  }

  private static Map<String, String> place(String country) {
    return Map.of("country", country, "zone", "Asia/Manila");
  }

  /** She has shown her password and a recovery code, and is asked where she is. */
  private Visitor entering() {
    var browser = new Visitor(port);
    browser.get("/sign-in");
    var email = accounts.find(luz.account()).orElseThrow().email();
    browser.post("/sign-in", Map.of("email", email, "password", World.PASSWORD, "next", "/"));
    browser.get("/sign-in/factor");
    browser.post(
        "/sign-in/factor", Map.of("code", factors.newRecoveryCodes(luz.account()).getFirst()));
    browser.get("/sign-in/place");
    return browser;
  }
}
