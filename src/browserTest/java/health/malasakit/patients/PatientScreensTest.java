package health.malasakit.patients;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static health.malasakit.patients.PatientSamples.ana;
import static health.malasakit.patients.PatientSamples.mobile;
import static health.malasakit.patients.PatientSamples.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.browser.Accessible;
import health.malasakit.browser.Browser;
import health.malasakit.browser.Keys;
import health.malasakit.browser.Screens;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.PatientAddress;
import health.malasakit.patients.person.PersonFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Searching and correcting as a specialist in Manila does it. */
@Tag("browser")
@MalasakitTest
class PatientScreensTest {

  private final World world;
  private final Patients patients;
  private final int port;
  private Organization clinic;
  private BrowserContext browser;
  private Page page;

  PatientScreensTest(World world, Patients patients, @LocalServerPort int port) {
    this.world = world;
    this.patients = patients;
    this.port = port;
  }

  @BeforeEach
  void sit() {
    clinic = world.clinic("Lakeside Family Medicine");
    var other = world.clinic("Harbor Pediatrics");
    var cookie = world.cookieOf(world.person(Role.SCHEDULER, clinic, other)).split("=", 2);
    browser = Browser.fresh("http://localhost:" + port);
    browser.addCookies(
        List.of(new Cookie(cookie[0], cookie[1]).setUrl("http://localhost:" + port)));
    page = browser.newPage();
    registered(clinic, ana());
    registered(clinic, person("Ana", "Reyes", LocalDate.of(1988, 3, 12)));
    registered(other, person("Ana María", "de los Reyes", LocalDate.of(1959, 1, 2)));
  }

  @AfterEach
  void leave() {
    browser.close();
  }

  @Test
  void a_known_patient_is_opened_with_three_keys_beside_her_name() {
    page.navigate("/patients");
    var keys = new Keys(page);

    keys.press("Control+k").type("ana reyes 5/3/1980").press("Enter");
    page.waitForURL(Pattern.compile(".*/searches/.*"));
    assertThat(page.locator(".found")).hasCount(1);
    assertThat(page.url()).doesNotContain("ana").doesNotContain("1980");
    assertThat(page.locator(".found-name").first()).isFocused();
    keys.press("Enter");
    page.waitForURL(Pattern.compile(".*/patients/.*"));

    assertThat(keys.count()).isEqualTo(3);
  }

  @Test
  void results_follow_a_pause_in_typing_and_mark_look_alikes() {
    page.navigate("/patients");
    page.locator("#q").pressSequentially("reyes ana");
    assertThat(page.locator(".found")).hasCount(3);

    assertThat(page.locator(".found-alike").first()).containsText("What differs: birth date");
    assertThat(page.locator("#q")).isFocused();
    new Keys(page).press("ArrowDown");
    assertThat(page.locator(".found-name").first()).isFocused();
    new Keys(page).press("j");
    assertThat(page.locator(".found-name").nth(1)).isFocused();
    Screens.capture(page, "search");
    Accessible.check(page);
    Accessible.fits(page);
  }

  @Test
  void the_second_of_two_who_edit_is_shown_the_difference_and_loses_nothing() {
    var luz =
        person("Luz", "Bautista", LocalDate.of(1970, 7, 7))
            .edit()
            .addresses(
                List.of(
                    new PatientAddress(ContactUse.HOME, "12 Oak St", "Albany", "NY", "12207", "US"),
                    new PatientAddress(
                        ContactUse.MAILING, "c/o Rosa\nPO Box 12", "Albany", "NY", "12201", "US")))
            .done();
    var her = registered(clinic, luz);
    page.navigate("/patients/" + clinic.slug() + "/" + her + "/edit");
    page.locator("#pronouns").fill("she/her");
    Scopes.run(
        Scope.job(clinic.id(), "test"),
        () ->
            patients.correct(
                clinic.id(), her, 1, luz.edit().phones(List.of(mobile("(212) 555-0177"))).done()));

    page.locator("form.form button.button-first").click();
    assertThat(page.locator("#meanwhile")).isVisible();
    assertThat(page.locator("#pronouns")).hasValue("she/her");
    assertThat(page.locator("#mobile")).hasValue("(212) 555-0177");
    assertThat(page.locator("#mailing-country")).hasValue("US");
    Screens.capture(page, "edit-conflict");
    Accessible.check(page);
    Accessible.fits(page);

    page.locator("form.form button.button-first").click();
    page.waitForURL(Pattern.compile(".*/patients/" + clinic.slug() + "/[0-9a-f-]{36}"));
    page.navigate("/patients/" + clinic.slug() + "/" + her + "/history");
    assertThat(page.locator(".thread > li")).hasCount(2);
    Screens.capture(page, "history");
    Accessible.check(page);
  }

  @Test
  void who_speaks_how_she_is_reached_and_the_news_of_a_death_are_written_on_one_page() {
    var luz =
        person("Luz", "Bautista", LocalDate.of(1970, 7, 7))
            .edit()
            .addresses(
                List.of(
                    new PatientAddress(ContactUse.HOME, "12 Oak St", "Albany", "NY", "12207", "US"),
                    new PatientAddress(
                        ContactUse.MAILING, "c/o Rosa\nPO Box 12", "Albany", "NY", "12201", "US")))
            .done();
    var her = registered(clinic, luz);
    page.navigate("/patients/" + clinic.slug() + "/" + her + "/care");
    page.locator("main summary").first().click();
    page.locator("#name").fill("Rosa Bautista");
    page.locator("input[name=may][value=book]").check();
    Screens.capture(page, "care");
    Accessible.check(page);
    Accessible.fits(page);
    page.locator("details[open] button.button-first").click();
    assertThat(page.locator(".alike").first()).containsText("make and move visits");

    page.locator("details summary:has-text('Write down what this patient allows')").click();
    page.locator("#channel").selectOption("text");
    page.locator("#purpose").selectOption("care");
    page.locator("input[name=answer][value=given]").check();
    page.locator("input[name=consentBasis][value=spoken]").check();
    Screens.capture(page, "care-consent");
    Accessible.check(page);
    Accessible.fits(page);
    page.locator("form[action$='/consents'] button").click();
    assertThat(page.locator("#consentWords-error")).isVisible();
    page.locator("#consentWords").fill("May we text you about visits?");
    page.locator("form[action$='/consents'] button").click();
    assertThat(page.getByText("Text message, care: Yes")).isVisible();

    page.locator("#only").fill("(646) 555-0100");
    page.locator("#fromHour").fill("17:00");
    page.locator("#toHour").fill("09:00");
    page.getByText("Only this way").click();
    assertThat(page.locator("#fromHour-error")).isVisible();
    assertThat(page.locator("#only")).hasValue("(646) 555-0100");
    page.locator("#fromHour").fill("09:00");
    page.locator("#toHour").fill("17:00");
    page.getByText("Only this way").click();
    assertThat(page.locator(".alike").first()).containsText("May do nothing today");

    page.locator("#saidBy").fill("her daughter Rosa, by phone");
    page.getByText("Write down that it was said").click();
    assertThat(page.locator(".notice")).containsText("Said by her daughter Rosa, by phone");
    Screens.capture(page, "care-deceased");
    Accessible.check(page);
  }

  private PatientId registered(Organization where, PersonFacts facts) {
    return Scopes.call(
        Scope.job(where.id(), "test"),
        () -> patients.register(where.id(), NewPatient.saidByCaller(facts)));
  }
}
