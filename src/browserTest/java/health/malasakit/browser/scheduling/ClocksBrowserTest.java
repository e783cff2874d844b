package health.malasakit.browser.scheduling;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.browser.Accessible;
import health.malasakit.browser.Browser;
import health.malasakit.browser.Screens;
import health.malasakit.kernel.PatientId;
import health.malasakit.scheduling.Bookings;
import health.malasakit.scheduling.Practice;
import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Three clocks: hers, the clinic's that the page is about, and the patient's. */
@Tag("browser")
@MalasakitTest
class ClocksBrowserTest {

  private static final String[] ALL_THREE = {
    "Here, Manila", "Clinic, Chicago", "Patient, Honolulu"
  };

  private final ApplicationContext beans;
  private final World world;
  private final String address;
  private Practice practice;
  private PatientId ana;
  private String openings;
  private String day;
  private String visit;
  private BrowserContext browser;

  ClocksBrowserTest(ApplicationContext beans, World world, @LocalServerPort int port) {
    this.beans = beans;
    this.world = world;
    this.address = "http://localhost:" + port;
  }

  /** She works for a clinic in New York and for one in Chicago, whose patient lives in Honolulu. */
  @BeforeEach
  void twoClinics() {
    var newYork = Practice.in(beans, "America/New_York");
    practice = Practice.in(beans, "America/Chicago");
    var reyes = practice.practitioner("Reyes");
    var followUp = practice.type("Follow-up", 30);
    practice.seesPatientsAlways(reyes, followUp);
    ana = practice.patientIn("Pacific/Honolulu", "Ana", "Cruz");
    var nine = practice.next(DayOfWeek.TUESDAY).atTime(9, 0);
    var bookings = beans.getBean(Bookings.class);
    var booked = practice.ask(() -> bookings.bookNow(practice.wanted(ana, reyes, followUp, nine)));
    openings = "/openings?patient=" + ana + "&from=" + nine.toLocalDate();
    day = "/days/" + practice.site().id() + "/" + nine.toLocalDate();
    visit = "/visits/" + booked.id();
    var luz = world.person(Role.SUPERVISOR, newYork.clinic(), practice.clinic());
    browser = Browser.of(address, world.cookieOf(luz));
  }

  @AfterEach
  void leave() {
    browser.close();
  }

  @Test
  void a_page_about_a_patient_shows_the_patients_the_clinics_and_her_own_clock() {
    var page = browser.newPage();
    page.navigate(openings);
    assertThat(labels(page)).hasText(ALL_THREE);
    Screens.capture(page, "clocks");
    Accessible.fits(page);

    page.keyboard().press("1");
    page.waitForURL("**/booking/**");
    assertThat(labels(page)).hasText(ALL_THREE);
    page.navigate(visit);
    assertThat(labels(page)).hasText(ALL_THREE);
    page.navigate("/openings?moves=" + visit.substring("/visits/".length()));
    assertThat(labels(page)).hasText(ALL_THREE);
    page.navigate(day);
    assertThat(labels(page)).hasText(new String[] {"Here, Manila", "Clinic, Chicago"});
  }

  @Test
  void a_page_over_several_clinics_shows_the_clock_of_each_zone_and_none_for_all() {
    var page = browser.newPage();
    for (var path : List.of("/", "/openings", "/to-move")) {
      page.navigate(path);
      assertThat(labels(page))
          .hasText(new String[] {"Here, Manila", "1 clinic, New York", "1 clinic, Chicago"});
    }
    Accessible.fits(page);
  }

  private static com.microsoft.playwright.Locator labels(Page page) {
    return page.locator(".clocks .clock-label");
  }
}
