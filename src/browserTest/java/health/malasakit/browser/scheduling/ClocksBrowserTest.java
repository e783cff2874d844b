package health.malasakit.browser.scheduling;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.browser.Accessible;
import health.malasakit.browser.Browser;
import health.malasakit.browser.Keys;
import health.malasakit.browser.Screens;
import health.malasakit.kernel.PatientId;
import health.malasakit.scheduling.Bookings;
import health.malasakit.scheduling.Practice;
import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.Stream;
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

  /** The words that say what can be searched need more room than the field has. */
  private static final String HINT_IS_CUT =
      """
      () => {
        const field = document.getElementById("finder");
        const style = getComputedStyle(field);
        const pen = document.createElement("canvas").getContext("2d");
        pen.font = style.font;
        const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
        return pen.measureText(field.placeholder).width > room;
      }
      """;

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
  private Page asLuz;

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
    asLuz = browser.newPage();
  }

  @AfterEach
  void leave() {
    browser.close();
  }

  @Test
  void a_page_about_a_patient_shows_the_patients_the_clinics_and_her_own_clock() {
    var page = asLuz;
    page.navigate(openings);
    assertThat(labels(page)).hasText(ALL_THREE);
    Screens.capture(page, "clocks");
    Accessible.fits(page);

    new Keys(page).press("1");
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
    var page = asLuz;
    for (var path : List.of("/", "/openings", "/to-move")) {
      page.navigate(path);
      assertThat(labels(page))
          .hasText(new String[] {"Here, Manila", "1 clinic, New York", "1 clinic, Chicago"});
    }
    Accessible.fits(page);
  }

  @Test
  void the_clocks_of_five_zones_are_three_and_a_button_that_opens_the_others() {
    var clinics =
        Stream.of(
                "America/New_York",
                "America/Puerto_Rico",
                "America/Chicago",
                "Pacific/Honolulu",
                "America/Phoenix")
            .map(zone -> Practice.in(beans, zone).clinic())
            .toArray(Organization[]::new);
    var many = Browser.of(address, world.cookieOf(world.person(Role.SUPERVISOR, clinics)));
    var page = many.newPage();
    page.navigate("/");

    assertThat(page.locator(".clock-label:visible")).hasCount(3);
    assertThat(page.getByPlaceholder("Name, birth date, phone or MRN")).isVisible();
    assertThat(page.evaluate(HINT_IS_CUT)).isEqualTo(false);
    page.getByLabel("3 more clocks").press("Enter");
    assertThat(page.locator(".clock-label:visible")).hasCount(6);
    Accessible.check(page);
    Screens.capture(page, "clocks-many");
    new Keys(page).press("Escape");
    assertThat(page.locator(".clock-label:visible")).hasCount(3);

    page.navigate("/clinics/" + clinics[3].slug());
    assertThat(labels(page)).hasText(new String[] {"Here, Manila", "Clinic, Honolulu"});
    many.close();
  }

  private static com.microsoft.playwright.Locator labels(Page page) {
    return page.locator(".clocks .clock-label");
  }
}
