package health.malasakit.browser.inquiries;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.browser.Accessible;
import health.malasakit.browser.Browser;
import health.malasakit.browser.Keys;
import health.malasakit.browser.Screens;
import health.malasakit.scheduling.FollowUps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A visit of the wrong Ana becomes the right one's by keyboard. */
@Tag("browser")
@MalasakitTest
class WrongPersonBrowserTest {

  private final World world;
  private final ApplicationContext beans;
  private final String address;
  private BrowserContext browser;

  WrongPersonBrowserTest(World world, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.beans = beans;
    this.address = "http://localhost:" + port;
  }

  @AfterEach
  void leave() {
    browser.close();
  }

  @Test
  void from_the_visit_to_the_right_person_and_to_the_privacy_officer() {
    var clinic = FollowUps.in(beans);
    var practice = clinic.practice();
    var visit = clinic.book(practice.patient("Ana", "Cruz"), clinic.nine());
    var right = practice.patient("Anna", "Cruz");
    browser = Browser.of(address, practice.cookie());
    var page = browser.newPage();
    page.navigate("/visits/" + visit.id());
    var keys = new Keys(page);

    keys.press("w");
    page.waitForURL("**/mixups/new?**");
    assertThat(page.locator("#q")).isFocused();
    keys.type("Anna Cruz").press("Enter");
    assertThat(page.locator("#right")).containsText("Anna Cruz");
    page.locator("input[value='" + right + "']").check();
    page.locator("input[value=mine]").check();
    page.locator("input[value=read_back]").check();
    Accessible.check(page);
    Accessible.fits(page);
    Screens.capture(page, "wrong-person");
    keys.press("F8");
    assertThat(page.locator("main")).containsText("Moved to the right person");
    Accessible.check(page);
    Screens.capture(page, "wrong-person-moved");
    page.navigate("/mixups");
    Accessible.check(page);
    Screens.capture(page, "wrong-person-counts");

    var officer = Browser.of(address, world.cookieOf(practice.colleague(Role.PRIVACY_OFFICER)));
    var hers = officer.newPage();
    hers.navigate("/audit/" + practice.clinic().slug());
    assertThat(hers.locator("main")).containsText("was read aloud");
    Accessible.check(hers);
    Accessible.fits(hers);
    Screens.capture(hers, "wrong-person-review");
    officer.close();
  }

  /** Without a hand on the mouse, from the visit to both persons' pages and back again. */
  @Test
  void by_keyboard_alone_both_pages_keep_a_line_and_hers_says_nothing_of_what_it_was() {
    var clinic = FollowUps.in(beans);
    var practice = clinic.practice();
    var wrong = practice.patient("Ana", "Cruz");
    var right = practice.patient("Anna", "Cruz");
    var visit = clinic.book(wrong, clinic.nine());
    var patients = address + "/patients/" + practice.clinic().slug() + "/";
    browser = Browser.of(address, practice.cookie());
    var page = browser.newPage();
    page.navigate("/visits/" + visit.id());
    var keys = new Keys(page);

    keys.press("w");
    page.waitForURL("**/mixups/new?**");
    keys.type("Anna Cruz").press("Enter");
    assertThat(page.locator("#right input")).hasCount(1);
    assertThat(page.locator("#right input")).isFocused();
    keys.press("Space").press("Tab").press("Space").press("Tab");
    assertThat(page.locator("input[name=slip][value=mine]")).isChecked();
    keys.press("Tab").press("Space");
    assertThat(page.locator("input[name=told][value=facts]")).isChecked();
    keys.press("F8");
    page.waitForURL("**/mixups/*/*");
    assertThat(page.locator("main")).containsText("Moved to the right person");
    assertThat(page.locator("main")).containsText("The privacy officer sees");

    keys.press("o");
    page.waitForURL("**/patients/**/" + right);
    assertThat(page.locator("main"))
        .containsText("moved a visit here, which had been booked for another person");
    assertThat(page.locator("main")).containsText("Follow-up");
    page.navigate(patients + wrong);
    assertThat(page.locator("main"))
        .containsText("moved a visit from here to the person it is for");
    assertThat(page.locator("main")).not().containsText("Follow-up");
  }
}
