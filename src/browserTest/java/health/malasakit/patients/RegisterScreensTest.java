package health.malasakit.patients;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static health.malasakit.patients.PatientSamples.ana;
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
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.person.PersonFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Registering a new patient as a specialist in Manila does it. */
@Tag("browser")
@MalasakitTest
class RegisterScreensTest {

  private final World world;
  private final Patients patients;
  private final int port;
  private Organization clinic;
  private BrowserContext browser;
  private Page page;

  RegisterScreensTest(World world, Patients patients, @LocalServerPort int port) {
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
  void a_new_patient_is_saved_after_each_look_alike_was_declined_by_name() {
    page.navigate("/patients/new");
    page.locator("#clinic").selectOption(clinic.slug());
    page.locator("#given").fill("Ana");
    page.locator("#family").fill("Reyes");
    page.locator("#birthDate").fill("3 May 1981");
    page.locator("#mobile").pressSequentially("212 555 0199");
    assertThat(page.locator("#echo")).hasText("Sun 3 May 1981");
    assertThat(page.locator(".alike .choice")).hasCount(2);
    Screens.capture(page, "register");
    Accessible.check(page);
    Accessible.fits(page);

    page.locator("#register button.button-first").click();
    assertThat(page.locator(".errors")).containsText("Say of each person");
    assertThat(page.locator("#family")).hasValue("Reyes");
    for (var choice : page.locator("input[name=declined]").all()) {
      choice.check();
    }
    page.locator("#register button.button-first").click();
    page.waitForURL(Pattern.compile(".*/patients/" + clinic.slug() + "/.*"));
  }

  @Test
  void among_several_clinics_the_clinic_is_asked_first_and_blank() {
    page.navigate("/patients/new");
    assertThat(page.locator("#clinic")).isFocused();
    assertThat(page.locator("#clinic")).hasValue("");
    assertThat(page.locator("#alike")).containsText("Choose the clinic");
    Screens.capture(page, "register-clinic");
    Accessible.check(page);
    page.locator("#given").fill("Ana");
    page.locator("#register button.button-first").click();
    assertThat(page.locator("#clinic-error")).isVisible();
    assertThat(page.locator("#given")).hasValue("Ana");

    page.navigate("/promises/new");
    assertThat(page.locator("#clinic")).isFocused();
    assertThat(page.locator("#clinic")).hasValue("");
    assertThat(page.locator("#words")).hasCount(0);
    Screens.capture(page, "promise-clinic");
    Accessible.check(page);
    new Keys(page).type("Lake").press("Tab").press("Enter");
    assertThat(page.locator("#words")).isFocused();
  }

  @Test
  void look_alikes_that_are_still_looked_for_keep_nobody_from_saving() {
    page.navigate("/patients/new");
    page.route("**/look-alikes", unanswered -> {});
    page.locator("#clinic").selectOption(clinic.slug());
    page.locator("#given").fill("Luz");
    page.locator("#family").fill("Bautista");
    page.locator("#birthDate").fill("7/7/1970");
    page.waitForRequest(
        "**/look-alikes", () -> page.locator("#mobile").pressSequentially("212 555 0143"));

    new Keys(page).press("Enter");
    page.waitForURL(Pattern.compile(".*/patients/" + clinic.slug() + "/[0-9a-f-]{36}"));
  }

  @Test
  void who_comes_from_a_clinics_results_registers_there() {
    page.navigate("/patients");
    page.locator("#q").pressSequentially("reyes ana");
    assertThat(page.locator(".found")).hasCount(3);

    page.getByText("Register a new patient at Harbor Pediatrics").click();

    assertThat(page.locator("#clinic option:checked")).hasText("Harbor Pediatrics");
    assertThat(page.locator("#given")).isFocused();
    assertThat(page.locator("#given")).hasValue("reyes");
  }

  @Test
  void on_a_phone_look_alikes_stand_below_name_and_birth_date_and_long_before_saving() {
    page.setViewportSize(390, 844);
    page.navigate("/patients/new?clinic=" + clinic.slug());
    page.locator("#given").fill("Ana");
    page.locator("#family").pressSequentially("Reyes");
    assertThat(page.locator(".alike .choice")).hasCount(2);

    var birth = page.locator("#birthDate").boundingBox();
    var alike = page.locator("#alike").boundingBox();
    assertThat(alike.y - birth.y).isPositive().isLessThan(844 / 2);
    assertThat(alike.y + alike.height).isLessThanOrEqualTo(page.locator("#sex").boundingBox().y);
    Screens.capture(page, "register-alike");
    page.locator(".alike .choice").first().click();
    assertThat(page.locator("input[name=declined]").first()).isChecked();
  }

  @Test
  void a_minor_is_saved_with_a_responsible_adult_only() {
    page.navigate("/patients/new");
    page.locator("#clinic").selectOption(clinic.slug());
    page.locator("#given").fill("<b>Béla</b>");
    page.locator("#family").fill("O'Tóth & Sons");
    page.locator("#birthDate").fill("1/2/1980");
    assertThat(page.locator("#echo")).containsText("1980");
    assertThat(page.locator("#adult")).isHidden();
    page.locator("#birthDate").fill("1/2/2020");
    assertThat(page.locator("#adult")).isVisible();
    page.locator("#adult").fill("Il");
    page.locator("#mobile").fill("212 555 0142");
    assertThat(page.locator("#adult")).hasValue("Il");
    page.locator("#adult").fill("");
    page.locator("#register button.button-first").click();

    assertThat(page.locator("#adult-error")).isVisible();
    assertThat(page.locator("#given")).hasValue("<b>Béla</b>");
    Screens.capture(page, "register-errors");
    Accessible.check(page);
    page.locator("#adult").fill("Ilona Tóth");
    page.locator("#register button.button-first").click();
    page.waitForURL(Pattern.compile(".*/patients/" + clinic.slug() + "/[0-9a-f-]{36}"));
  }

  private void registered(Organization where, PersonFacts facts) {
    Scopes.run(
        Scope.job(where.id(), "test"),
        () -> patients.register(where.id(), NewPatient.saidByCaller(facts)));
  }
}
