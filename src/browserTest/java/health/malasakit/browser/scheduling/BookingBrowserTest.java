package health.malasakit.browser.scheduling;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import health.malasakit.MalasakitTest;
import health.malasakit.access.Role;
import health.malasakit.browser.Accessible;
import health.malasakit.browser.Browser;
import health.malasakit.browser.Keys;
import health.malasakit.browser.Screens;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.PatientId;
import health.malasakit.scheduling.Bookings;
import health.malasakit.scheduling.Holds;
import health.malasakit.scheduling.Practice;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Booking, moving and cancelling by keyboard alone, beside a day that is live. */
@Tag("browser")
@MalasakitTest
class BookingBrowserTest {

  private final ApplicationContext beans;
  private final String address;
  private Practice practice;
  private PractitionerId reyes;
  private VisitTypeId followUp;
  private PatientId ana;
  private LocalDateTime nine;
  private BrowserContext browser;

  BookingBrowserTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.address = "http://localhost:" + port;
  }

  @BeforeEach
  void aClinic() {
    practice = Practice.in(beans, "America/New_York");
    reyes = practice.practitioner("Reyes");
    followUp = practice.type("Follow-up", 30);
    for (var day : DayOfWeek.values()) {
      practice.session(reyes, day, LocalTime.of(9, 0), LocalTime.of(17, 0), followUp);
    }
    var santos = practice.practitioner("Santos");
    practice.session(santos, DayOfWeek.TUESDAY, LocalTime.of(8, 0), LocalTime.of(12, 0), followUp);
    ana = practice.patient("Ana", "Cruz");
    nine = practice.next(DayOfWeek.TUESDAY).atTime(9, 0);
    browser = Browser.of(address, practice.cookie());
  }

  @AfterEach
  void leave() {
    browser.close();
  }

  @Test
  void eight_tabs_of_one_browser_stay_live() {
    var tabs =
        Stream.generate(browser::newPage)
            .limit(8)
            .peek(tab -> tab.navigate("/days/" + practice.site().id() + "/" + nine.toLocalDate()))
            .toList();
    tabs.forEach(tab -> assertThat(tab.locator("#line-state")).containsText("Live"));

    var page = browser.newPage();
    page.navigate("/openings?patient=" + ana + "&from=" + nine.toLocalDate());
    new Keys(page).press("1");
    page.waitForURL("**/booking/**");

    tabs.forEach(tab -> assertThat(tab.getByText("holds it until")).isVisible());
  }

  @Test
  void a_known_patient_is_booked_moved_and_cancelled_by_keyboard_while_the_day_is_live() {
    var day = browser.newPage();
    day.navigate("/days/" + practice.site().id() + "/" + nine.toLocalDate());
    assertThat(day.locator("#line-state")).containsText("Live");
    var page = browser.newPage();

    page.navigate("/openings?patient=" + ana + "&from=" + nine.toLocalDate());
    var book = new Keys(page);
    book.press("1");
    page.waitForURL("**/booking/**");
    assertThat(day.getByText("holds it until")).isVisible();
    Accessible.check(page);
    Screens.capture(page, "booking");
    assertThat(page.locator("button[data-key='b']")).isFocused();
    book.press("Enter");
    page.waitForURL("**/visits/**");
    assertThat(page.getByText("Read it back")).isVisible();
    assertThat(day.locator("a.visit")).containsText("Ana Cruz");
    Accessible.check(page);
    Screens.capture(page, "visit");

    var move = new Keys(page);
    move.press("m");
    page.waitForURL("**/openings**");
    move.press("2");
    page.waitForURL("**/booking/**");
    move.press("Enter");
    page.waitForURL("**/visits/**");
    assertThat(page.getByText("Moved from ").first()).isVisible();
    assertThat(page.getByText("Booked. Read it back:")).hasCount(0);

    var cancel = new Keys(page);
    cancel.press("x");
    assertThat(page.locator("dialog#cancel")).isVisible();
    // The first question has the focus; leaving the dialog gives it back to where it came from.
    assertThat(page.locator("dialog#cancel #by")).isFocused();
    new Keys(page).press("Escape");
    assertThat(page.locator("button[data-open='cancel']")).isFocused();
    cancel.press("x").press("Tab").type("Feels better").press("Enter");
    assertThat(page.getByText("by the patient: Feels better").first()).isVisible();
    assertThat(day.locator("a.visit")).hasCount(0);

    System.out.printf(
        "Keys from the patient's openings: book %d, move %d, cancel %d%n",
        book.count(), move.count(), cancel.count());
  }

  @Test
  void openings_day_schedule_and_to_move_are_clean_and_fit() {
    var bookings = beans.getBean(Bookings.class);
    var holds = beans.getBean(Holds.class);
    practice.ask(() -> bookings.bookNow(practice.wanted(ana, reyes, followUp, nine)));
    var ben = practice.patient("Benjamin", "de la Cruz-Villanueva");
    practice.ask(
        () -> bookings.bookNow(practice.wanted(ben, reyes, followUp, nine.plusMinutes(30))));
    var cara = practice.patient("Cara", "Lim");
    var colleague = practice.colleague(Role.SCHEDULER);
    practice.as(
        colleague, () -> holds.hold(practice.wanted(cara, reyes, followUp, nine.plusHours(2))));
    look("/openings?patient=" + ana, "openings");
    look("/days/" + practice.site().id() + "/" + nine.toLocalDate(), "day");
    look("/schedules/" + practice.site().id(), "schedule");
    look("/to-move", "to-move");
  }

  @Test
  void the_day_is_walked_like_a_spreadsheet() {
    var page = browser.newPage();
    page.navigate("/days/" + practice.site().id() + "/" + nine.toLocalDate());
    page.locator("[data-column] a").first().focus();
    new Keys(page).press("ArrowDown");
    new Keys(page).press("ArrowRight");
    assertThat(page.locator("[data-column]").nth(1).locator("a:focus")).hasCount(1);
    new Keys(page).press("Enter");
    page.waitForURL("**/openings**");
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .isVisible();
  }

  private void look(String path, String name) {
    var page = browser.newPage();
    page.navigate(path);
    Accessible.check(page);
    Accessible.fits(page);
    Screens.capture(page, name);
    page.close();
  }
}
