package health.malasakit.browser.scheduling;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SelectOption;
import health.malasakit.MalasakitTest;
import health.malasakit.browser.Accessible;
import health.malasakit.browser.Browser;
import health.malasakit.browser.Screens;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.VisitType;
import health.malasakit.directory.VisitType.Modality;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.directory.VisitTypes;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.PatientAddress;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PatientPhone;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.scheduling.Practice;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** She books a call for a patient in another state. */
@Tag("browser")
@MalasakitTest
class ApartBrowserTest {

  private final Practice practice;
  private final String address;
  private final LocalDate tuesday;
  private final BrowserContext browser;

  ApartBrowserTest(ApplicationContext beans, @LocalServerPort int port) {
    this.practice = Practice.in(beans, "America/New_York");
    this.address = "http://localhost:" + port;
    this.tuesday = practice.next(DayOfWeek.TUESDAY);
    this.browser = Browser.fresh(address);
  }

  @BeforeEach
  void sit() {
    var value = practice.cookie().replaceFirst("^malasakit=", "");
    browser.addCookies(List.of(new Cookie("malasakit", value).setUrl(address)));
  }

  @AfterEach
  void leave() {
    browser.close();
  }

  @Test
  void a_call_to_another_state_is_booked_with_a_reason_and_read_back_with_her_number() {
    var reyes = practice.practitioner("Reyes");
    var call = kind("Results by phone", Modality.PHONE);
    var video = kind("Video check", Modality.VIDEO);
    practice.seesPatientsAlways(reyes, call, video);
    var ana = patient();
    var page = browser.newPage();
    page.navigate("/openings?patient=" + ana + "&type=Results by phone&from=" + tuesday);
    assertThat(page.locator(".say-unfit").first()).containsText("licences on file: NY");
    shown(page, "openings-licence");

    page.locator("#despite-1").fill("Covered by the telehealth exception for follow-ups");
    page.locator("#despite-1").press("Enter");
    page.waitForURL("**/booking/**");
    assertThat(page.locator("main")).containsText("the practice calls (212) 555-0123");
    shown(page, "booking-phone");
    page.locator("button[data-key='b']").click();
    page.waitForURL("**/visits/**");
    shown(page, "visit-phone");

    book(page, ana, reyes, video);
    page.navigate("/days/" + practice.site().id() + "/" + tuesday);
    assertThat(page.locator(".visit-meets").first()).containsText("by ");
    shown(page, "day-apart");
    page.navigate("/patients/" + practice.clinic().slug() + "/" + ana);
    assertThat(page.locator("main")).containsText("by video");
    shown(page, "patient-apart");
  }

  private void book(Page page, PatientId ana, PractitionerId reyes, VisitTypeId video) {
    page.navigate(
        "/openings?patient="
            + ana
            + "&type=Video check&practitioner="
            + reyes
            + "&from="
            + tuesday);
    page.locator("#despite-2").fill("As before");
    page.locator("#despite-2").press("Enter");
    page.waitForURL("**/booking/**");
    assertThat(page.locator("#state")).isFocused();
    page.locator("#state").selectOption(new SelectOption().setIndex(1));
    page.locator("#join").fill("https://meet.example.org/reyes");
    shown(page, "booking-video");
    page.locator("button[data-key='b']").click();
    page.waitForURL("**/visits/**");
    shown(page, "visit-video");
  }

  private static void shown(Page page, String name) {
    Accessible.check(page);
    Accessible.fits(page);
    Screens.capture(page, name);
  }

  private VisitTypeId kind(String name, Modality how) {
    var details =
        new VisitType.Details(
            name, 30, how, "Have your medicines at hand.", 0, VisitType.Patients.ANY);
    var types = practice.bean(VisitTypes.class);
    return practice.ask(() -> types.add(practice.organization(), details, Set.of(), Set.of()));
  }

  private PatientId patient() {
    var home = new PatientAddress(ContactUse.HOME, "1 Oak St", "Tucson", "AZ", "85701", "");
    var facts =
        PersonFacts.named(PatientName.official("Ana", "Cruz"))
            .edit()
            .addresses(List.of(home))
            .phones(List.of(new PatientPhone(ContactUse.MOBILE, Phone.of("(212) 555-0123"))))
            .done();
    var patients = practice.bean(Patients.class);
    return practice.ask(
        () -> patients.register(practice.organization(), NewPatient.saidByCaller(facts)));
  }
}
