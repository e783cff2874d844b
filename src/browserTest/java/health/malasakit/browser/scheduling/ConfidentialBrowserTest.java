package health.malasakit.browser.scheduling;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import health.malasakit.MalasakitTest;
import health.malasakit.browser.Accessible;
import health.malasakit.browser.Browser;
import health.malasakit.browser.Keys;
import health.malasakit.browser.Screens;
import health.malasakit.kernel.PatientId;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.patients.speaking.NewRepresentative;
import health.malasakit.patients.speaking.Representatives;
import health.malasakit.scheduling.Practice;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A girl of fifteen books for herself, and her mother calls the day after. */
@Tag("browser")
@MalasakitTest
class ConfidentialBrowserTest {

  private final Practice practice;
  private final String address;
  private final LocalDate tuesday;
  private final PatientId luz;
  private final BrowserContext browser;

  ConfidentialBrowserTest(ApplicationContext beans, @LocalServerPort int port) {
    this.practice = Practice.in(beans, "America/New_York");
    this.address = "http://localhost:" + port;
    this.tuesday = practice.next(DayOfWeek.TUESDAY);
    this.luz = luz();
    this.browser = Browser.fresh(address);
  }

  @BeforeEach
  void sit() {
    var followUp = practice.type("Follow-up", 30);
    practice.session(
        practice.practitioner("Reyes"),
        DayOfWeek.TUESDAY,
        LocalTime.of(9, 0),
        LocalTime.of(17, 0),
        followUp);
    var value = practice.cookie().replaceFirst("^malasakit=", "");
    browser.addCookies(List.of(new Cookie("malasakit", value).setUrl(address)));
  }

  @AfterEach
  void leave() {
    browser.close();
  }

  @Test
  void her_visit_is_kept_from_her_mother_from_the_clinics_word_to_the_mothers_call() {
    var page = browser.newPage();
    page.navigate("/clinics/" + practice.clinic().slug() + "/minors");
    Accessible.check(page);
    page.locator("#age").fill("14");
    page.locator("#covers").fill("Counselling and mental health");
    page.locator("#saidBy").fill("Dr. Ana Reyes, medical director");
    page.locator("main form button.button-first").click();
    assertThat(page.locator(".notice-done")).containsText("From 14 years");
    shown(page, "minors");

    page.navigate("/openings?patient=" + luz + "&from=" + tuesday);
    new Keys(page).press("1");
    page.waitForURL("**/booking/**");
    page.getByText("Keep confidential").click();
    Accessible.check(page);
    Accessible.fits(page);
    page.locator("button[data-key='b']").click();
    page.waitForURL("**/visits/**");
    assertThat(page.locator(".tag-harm")).containsText("speak only with the patient");
    shown(page, "visit-confidential");
    page.navigate("/days/" + practice.site().id() + "/" + tuesday);
    assertThat(page.locator(".visit-kept")).containsText("confidential");
    Accessible.check(page);

    page.navigate("/patients/" + practice.clinic().slug() + "/" + luz);
    assertThat(page.locator(".band-flags")).containsText("A confidential visit");
    shown(page, "patient-confidential");
    page.getByText("what may be told").click();
    assertThat(page.locator("main")).containsText("No visit.");
    assertThat(page.locator("main")).not().containsText("onfidential");
    shown(page, "hearing");
  }

  private static void shown(Page page, String name) {
    Accessible.check(page);
    Accessible.fits(page);
    Screens.capture(page, name);
  }

  private PatientId luz() {
    var born = tuesday.minusYears(15);
    var facts = PersonFacts.named(PatientName.official("Luz", "Santos")).edit().born(born).done();
    return practice.ask(() -> {
      var clinic = practice.organization();
      var id = practice.bean(Patients.class).register(clinic, NewPatient.saidByCaller(facts));
      var mother = NewRepresentative.parent("Rosa Santos", "mother", "(212) 555-0199");
      practice.bean(Representatives.class).add(clinic, id, mother);
      return id;
    });
  }
}
