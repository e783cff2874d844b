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

/** Two people use one browser, one after the other. */
@MalasakitTest
class PageOwnerTest {

  private final World world;
  private final Accounts accounts;
  private final SecondFactors factors;
  private final int port;
  private final SignedIn luz;
  private final SignedIn ana;
  private final Visitor browser;

  PageOwnerTest(World world, Accounts accounts, SecondFactors factors, @LocalServerPort int port) {
    this.world = world;
    this.accounts = accounts;
    this.factors = factors;
    this.port = port;
    var clinic = world.clinic("Lakeside Family Medicine");
    this.luz = world.person(Role.SCHEDULER, clinic);
    this.ana = world.person(Role.SCHEDULER, clinic);
    this.browser = new Visitor(port);
  }

  @Test
  void a_page_that_was_left_when_a_session_ended_is_shown_to_its_own_person_alone() {
    var whose = tagOn(new Visitor(port, world.cookieOf(luz)).get("/you").body());
    assertThat(whose).doesNotContain(luz.account().toString());
    var left = "/sign-in?said=out&next=/you&whose=" + whose;

    assertThat(signsIn(ana, left)).isEqualTo("/");
    signsOut();
    assertThat(signsIn(luz, left)).isEqualTo("/you");
  }

  @Test
  void the_page_that_the_one_before_had_open_is_not_found_with_the_back_button() {
    assertThat(signsIn(luz, "/sign-in")).isEqualTo("/");
    signsOut();

    var back = Visitor.location(browser.get("/you"));
    assertThat(back).startsWith("/sign-in?next=/you&whose=");
    assertThat(signsIn(ana, back)).isEqualTo("/");
    signsOut();
    assertThat(signsIn(luz, back)).isEqualTo("/you");
  }

  @Test
  void a_form_that_came_too_late_leads_its_own_person_back_and_nobody_else() {
    var late = "http://localhost:" + port + "/you";
    assertThat(signsIn(luz, "/sign-in")).isEqualTo("/");
    signsOut();

    var again = Visitor.location(browser.post("/you", Map.of(), "Referer", late));
    assertThat(again).contains("next=/you", "said=again");
    assertThat(signsIn(ana, again)).isEqualTo("/");
  }

  @Test
  void a_session_that_is_over_after_twelve_hours_says_whose_page_it_was() {
    var yesterday =
        new SignedIn(luz.accountUuid(), "PH", "Asia/Manila", Instant.now().minusSeconds(43_201));
    var back = Visitor.location(new Visitor(port, world.cookieOf(yesterday)).get("/you"));

    assertThat(signsIn(ana, back)).isEqualTo("/");
    signsOut();
    assertThat(signsIn(luz, back)).isEqualTo("/you");
  }

  @Test
  void who_is_in_already_is_not_led_to_a_page_of_another_in_a_second_tab() {
    var whose = tagOn(new Visitor(port, world.cookieOf(luz)).get("/you").body());
    var left = "/sign-in?next=/you&whose=" + whose;

    assertThat(Visitor.location(new Visitor(port, world.cookieOf(ana)).get(left))).isEqualTo("/");
    assertThat(Visitor.location(new Visitor(port, world.cookieOf(luz)).get(left)))
        .isEqualTo("/you");
  }

  @Test
  void a_wrong_password_first_changes_nothing_of_it() {
    var whose = tagOn(new Visitor(port, world.cookieOf(luz)).get("/you").body());
    browser.get("/sign-in?next=/you&whose=" + whose);

    var wrong = browser.post("/sign-in", fields("/you", whose, email(ana), "not the password"));

    assertThat(found(wrong.body(), "name=\"whose\" value=\"([^\"]*)\"")).isEqualTo(whose);
  }

  @Test
  void a_link_opened_where_nobody_was_before_leads_to_its_page() {
    var link = Visitor.location(browser.get("/you"));

    assertThat(link).isEqualTo("/sign-in?next=/you");
    assertThat(signsIn(ana, link)).isEqualTo("/you");
  }

  /** Fills in the sign-in page at an address of it, with both factors; where she lands. */
  private String signsIn(SignedIn person, String address) {
    var page = browser.get(address).body();
    var next = found(page, "name=\"next\" value=\"([^\"]*)\"");
    var whose = found(page, "name=\"whose\" value=\"([^\"]*)\"");
    browser.post("/sign-in", fields(next, whose, email(person), World.PASSWORD));
    browser.get("/sign-in/factor");
    browser.post("/sign-in/factor", Map.of("code", recoveryCode(person)));
    browser.get("/sign-in/place");
    return Visitor.location(
        browser.post("/sign-in/place", Map.of("country", "PH", "zone", "Asia/Manila")));
  }

  private void signsOut() {
    browser.get("/you");
    assertThat(Visitor.location(browser.post("/sign-out", Map.of())))
        .isEqualTo("/sign-in?said=out");
  }

  private static Map<String, String> fields(
      String next, String whose, String email, String password) {
    return Map.of("email", email, "password", password, "next", next, "whose", whose);
  }

  private String recoveryCode(SignedIn person) {
    if (!factors.of(person.account()).any()) {
      var secret = factors.beginApp(accounts.find(person.account()).orElseThrow()).secret();
      assertThat(factors.confirmApp(person.account(), codeNow(secret))).isTrue();
    }
    return factors.newRecoveryCodes(person.account()).getFirst();
  }

  private static String codeNow(String secret) {
    try {
      return new DefaultCodeGenerator().generate(secret, Instant.now().getEpochSecond() / 30);
    } catch (CodeGenerationException e) {
      throw new IllegalStateException(e);
    }
  }

  private String email(SignedIn person) {
    return accounts.find(person.account()).orElseThrow().email();
  }

  private static String tagOn(String page) {
    return found(page, "data-whose=\"([^\"]+)\"");
  }

  private static String found(String page, String pattern) {
    var matcher = Pattern.compile(pattern).matcher(page);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }
}
