package health.malasakit.browser.inquiries;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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
import health.malasakit.directory.TransferList;
import health.malasakit.directory.TransferTarget;
import health.malasakit.directory.WeekHours;
import health.malasakit.inquiries.Switchboard;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Scopes;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A frightened caller: from any page to the words, and to the end, without a mouse. */
@Tag("browser")
@MalasakitTest
class EmergencyBrowserTest {

  private static final Pattern AN_EMERGENCY = Pattern.compile(".*/emergencies/.*");

  private final World world;
  private final ApplicationContext beans;
  private final int port;
  private final String address;
  private Organization clinic;
  private BrowserContext browser;
  private Page page;

  EmergencyBrowserTest(World world, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.beans = beans;
    this.port = port;
    this.address = "http://localhost:" + port;
  }

  @BeforeEach
  void signIn() {
    clinic = world.clinic("Lakeside Family Medicine");
    transfer(TransferTarget.Desk.FRONT_DESK, "Front desk", TransferTarget.Reach.OPEN_HOURS);
    transfer(TransferTarget.Desk.NURSE, "Rosa Diaz, RN", TransferTarget.Reach.ALWAYS);
    browser = Browser.of(address, world.cookieOf(world.person(Role.CUSTOMER_SERVICE, clinic)));
    page = browser.newPage();
  }

  @AfterEach
  void leave() {
    browser.close();
  }

  @Test
  void from_any_page_to_the_words_and_to_the_end_by_keyboard_alone() {
    page.navigate("/patients");
    var keys = new Keys(page);
    page.locator("#keys").evaluate("question => question.showModal()");
    keys.press("F9");
    page.waitForURL("**/red-flags");
    assertThat(page.locator("[data-finds]")).isFocused();
    keys.type("chest");
    assertThat(page.locator("#flags [data-found]:visible")).hasCount(1);
    Accessible.fits(page);
    keys.press("Enter");

    page.waitForURL(AN_EMERGENCY);
    assertThat(page.locator(".aloud-words")).containsText("hang up and call 911 now");
    Screens.capture(page, "emergency-begun");
    keys.type("12 Main St, Albany").press("Tab").type("518 555 0101").press("Enter");
    assertThat(page.locator(".route > .route-done")).hasCount(1);
    assertThat(page.locator("button[value=caller]")).isFocused();
    keys.press("ArrowDown").press("Enter");
    assertThat(page.locator("button[value=companion]")).hasAttribute("aria-pressed", "true");
    assertThat(page.locator("button[name=target]").first()).containsText("Rosa Diaz, RN");
    keys.press("Enter");
    assertThat(page.getByLabel("Who took the call?")).isFocused();
    keys.type("Rosa Diaz, RN").press("F8");
    assertThat(page.locator(".route > .route-done")).hasCount(3);
    Accessible.check(page);
    Accessible.fits(page);
    Screens.capture(page, "emergency");

    page.navigate("/patients");
    assertThat(page.locator(".emergency-strip")).containsText("Lakeside Family Medicine");
    Screens.capture(page, "emergency-strip");
    keys.press("F9");
    page.waitForURL(AN_EMERGENCY);
    assertThat(page.getByLabel("Two lines for whoever reads it later")).isFocused();
    keys.type("Son is with her.").press("Tab").press("Enter");
    assertThat(page.locator("button[value=help_on_the_way]")).isFocused();
    keys.press("Enter");
    assertThat(page.locator(".notice-done")).containsText("911 is on its way");
    Screens.capture(page, "emergency-closed");

    keys.press("F9");
    page.waitForURL("**/red-flags");
    assertThat(page.locator("#heard")).isFocused();
    Accessible.check(page);
    Screens.capture(page, "red-flags");
    page.navigate("/clinics/" + clinic.slug() + "/scripts");
    Accessible.check(page);
    Accessible.fits(page);
    Screens.capture(page, "scripts");
  }

  @Test
  void with_several_clinics_the_words_come_before_the_question_which() {
    var other = world.clinic("Harbor Pediatrics");
    browser.close();
    browser = Browser.of(address, world.cookieOf(world.person(Role.SCHEDULER, clinic, other)));
    page = browser.newPage();
    page.navigate("/red-flags");
    var keys = new Keys(page);

    keys.type("quiero morir").press("Enter");

    page.waitForURL("**/red-flags/RF07");
    assertThat(page.locator(".aloud-words")).containsText("I am glad you told me.");
    Accessible.check(page);
    Accessible.fits(page);
    Screens.capture(page, "red-flag");
    keys.press("1");
    page.waitForURL("**/emergencies/" + other.slug() + "/**");
  }

  @Test
  void on_the_page_of_one_of_several_who_wait_the_key_is_about_her() {
    var board = Switchboard.of(beans, port, clinic);
    var luz = board.seated(Role.CUSTOMER_SERVICE, "204");
    browser.close();
    browser = Browser.of(address, world.cookieOf(luz));
    page = browser.newPage();
    var first = board.answeredBy(luz, "(617) 555-0142");
    var second = board.answeredBy(luz, "(617) 555-0177");
    page.navigate(second);
    var keys = new Keys(page);
    keys.press("p");
    assertThat(page.locator("#call-line")).containsText("Waits on hold");
    page.navigate(first);

    keys.press("F9");

    page.waitForURL("**/red-flags?caller=" + first.substring(first.lastIndexOf('/') + 1));
    assertThat(page.locator("main")).containsText("For Lakeside Family Medicine · (617) 555-0142");
    keys.type("chest").press("Enter");
    page.waitForURL(AN_EMERGENCY);
    assertThat(page.getByLabel("number can I call you back")).hasValue("(617) 555-0142");
  }

  private void transfer(TransferTarget.Desk desk, String name, TransferTarget.Reach reach) {
    var fallback = new TransferTarget.Fallback(Optional.empty(), "Take a message");
    var details =
        new TransferTarget.Details(
            desk, name, Phone.of("(518) 555-0150"), "", reach, WeekHours.NONE, fallback);
    Scopes.run(
        world.scopeOf(world.person(Role.SUPERVISOR, clinic)),
        () -> beans.getBean(TransferList.class).add(clinic.id(), details));
  }
}
