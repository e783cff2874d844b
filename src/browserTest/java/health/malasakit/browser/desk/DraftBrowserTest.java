package health.malasakit.browser.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.browser.Screens;
import health.malasakit.directory.ClinicProfiles;
import health.malasakit.patients.Patients;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@Tag("browser")
@MalasakitTest
class DraftBrowserTest {

  private final World world;
  private final DeskWorld desk;
  private Optional<BrowserContext> browser = Optional.empty();

  DraftBrowserTest(
      World world, ClinicProfiles profiles, Patients patients, @LocalServerPort int port) {
    this.world = world;
    this.desk = new DeskWorld(world, profiles, patients, port);
  }

  @AfterEach
  void leave() {
    browser.ifPresent(BrowserContext::close);
  }

  @Test
  void what_she_types_survives_reload_an_expired_session_and_is_gone_when_sent() {
    var clinic = desk.clinic("Harbor Family Clinic");
    var luz = world.person(Role.INSURANCE, clinic);
    var ana = desk.ana(luz, clinic);
    var context = desk.browserOf(luz);
    browser = Optional.of(context);
    var page = context.newPage();
    var form = "/patients/" + clinic.slug() + "/" + ana + "/coverage/new";
    page.navigate(form);
    page.locator("#payer").fill("Bluewater Health");
    assertThat(page.locator("[data-draft-state]")).hasText("Draft kept");

    page.reload();
    assertThat(page.locator(".draft-back")).containsText("Restored what you typed");
    assertThat(page.locator("#payer")).hasValue("Bluewater Health");
    Screens.capture(page, "draft-back");

    page.locator("#plan").fill("PPO Gold");
    assertThat(page.locator("[data-draft-state]")).hasText("Draft kept");
    context.clearCookies();
    page.locator("button:has-text('Save')").click();
    page.waitForURL("**/sign-in**");

    desk.signIn(context, luz);
    page.navigate(form);
    assertThat(page.locator("#plan")).hasValue("PPO Gold");
    page.locator("button:has-text('Save')").click();
    page.waitForURL("**/" + ana);
    page.navigate(form);
    assertThat(page.locator("#payer")).hasValue("");
    assertThat(page.locator(".draft-back")).hasCount(0);
  }

  @Test
  void who_is_signed_out_signs_in_beside_the_page_and_saves_what_stands_there() {
    var clinic = desk.clinic("Harbor Family Clinic");
    var luz = world.person(Role.INSURANCE, clinic);
    var ana = desk.ana(luz, clinic);
    var context = desk.browserOf(luz);
    browser = Optional.of(context);
    var page = context.newPage();
    page.navigate("/patients/" + clinic.slug() + "/" + ana + "/coverage/new");
    page.locator("#payer").fill("Bluewater Health");
    assertThat(page.locator("[data-draft-state]")).hasText("Draft kept");
    context.clearCookies();
    page.locator("#plan").fill("PPO Gold");
    page.locator("button:has-text('Save')").click();

    assertThat(page.locator("#toasts")).containsText("Your words are kept until");
    assertThat(page.locator("#toasts a")).hasAttribute("href", "/sign-in");
    assertThat(page.locator("#plan")).hasValue("PPO Gold");
    desk.signIn(context, luz);
    page.locator("button:has-text('Save')").click();
    page.waitForURL("**/" + ana);

    assertThat(page.locator("main")).containsText("PPO Gold");
  }

  @Test
  void what_comes_back_into_a_fold_is_seen() {
    var clinic = desk.clinic("Harbor Family Clinic");
    var luz = world.person(Role.SCHEDULER, clinic);
    browser = Optional.of(desk.browserOf(luz));
    var page = browser.get().newPage();
    page.navigate("/patients/" + clinic.slug() + "/" + desk.ana(luz, clinic) + "/edit");
    var fold = page.locator("details:has(#mailing-street)");
    assertThat(page.locator("#mailing-street")).isHidden();
    fold.locator("summary").click();
    page.locator("#mailing-street").fill("PO Box 12");
    assertThat(page.locator("[data-draft-state]")).hasText("Draft kept");

    page.reload();

    assertThat(page.locator("#mailing-street")).hasValue("PO Box 12");
    assertThat(page.locator("#mailing-street")).isVisible();
  }

  @Test
  void she_may_start_anew() {
    var clinic = desk.clinic("Harbor Family Clinic");
    var luz = world.person(Role.INSURANCE, clinic);
    var ana = desk.ana(luz, clinic);
    browser = Optional.of(desk.browserOf(luz));
    var page = browser.get().newPage();
    page.navigate("/patients/" + clinic.slug() + "/" + ana + "/promises/new");
    page.locator("#words").fill("We call her");
    assertThat(page.locator("[data-draft-state]")).hasText("Draft kept");
    page.reload();
    assertThat(page.locator("#words")).hasValue("We call her");

    page.getByText("Start anew").click();

    assertThat(page.locator("#words")).hasValue("");
    page.reload();
    assertThat(page.locator("#words")).hasValue("");
  }
}
