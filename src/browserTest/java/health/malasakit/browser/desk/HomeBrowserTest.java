package health.malasakit.browser.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.browser.Accessible;
import health.malasakit.browser.Keys;
import health.malasakit.browser.Screens;
import health.malasakit.directory.ClinicProfiles;
import health.malasakit.directory.Notice;
import health.malasakit.directory.Notices;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.Patients;
import health.malasakit.workqueue.Drafts;
import health.malasakit.workqueue.NewPromise;
import health.malasakit.workqueue.Promise;
import health.malasakit.workqueue.Promises;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@Tag("browser")
@MalasakitTest
class HomeBrowserTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private final World world;
  private final DeskWorld desk;
  private final Notices notices;
  private final Promises promises;
  private final Drafts drafts;
  private Optional<BrowserContext> browser = Optional.empty();

  HomeBrowserTest(
      World world,
      ClinicProfiles profiles,
      Patients patients,
      Notices notices,
      Promises promises,
      Drafts drafts,
      @LocalServerPort int port) {
    this.world = world;
    this.desk = new DeskWorld(world, profiles, patients, port);
    this.notices = notices;
    this.promises = promises;
    this.drafts = drafts;
  }

  @AfterEach
  void leave() {
    browser.ifPresent(BrowserContext::close);
  }

  @Test
  void home_shows_what_waits_for_her_and_is_clean() {
    var clinic = desk.clinic("Harbor Family Clinic");
    var luz = world.person(Role.SUPERVISOR, clinic, desk.clinic("Three Lakes Orthopedics"));
    var colleague = world.person(Role.SCHEDULER, clinic);
    var ana = desk.ana(luz, clinic);
    var scope = world.scopeOf(luz);
    Scopes.run(
        scope,
        () -> {
          notices.add(
              clinic.id(),
              new Notice.Details(
                  new Notice.About.WholeClinic(),
                  "The payer portal is down; note what you could not check.",
                  Instant.now(),
                  Instant.now().plusSeconds(36_000),
                  true));
          for (var hours : new int[] {-1, 1, 30}) {
            promises.make(
                new NewPromise(
                    clinic.id(),
                    Optional.of(ana),
                    "Call her back with the price of the visit",
                    Promise.To.PATIENT,
                    Instant.now().plusSeconds(3600L * hours),
                    NEW_YORK,
                    luz.account()));
          }
          drafts.keep("coverage:" + ana, "/patients/x/" + ana + "/coverage/new", "payer=Blue");
        });
    Scopes.run(
        world.scopeOf(colleague),
        () ->
            promises.make(
                new NewPromise(
                    clinic.id(),
                    Optional.empty(),
                    "Ask the clinic for the missing note",
                    Promise.To.CLINIC,
                    Instant.now().plusSeconds(90_000),
                    NEW_YORK,
                    luz.account())));
    browser = Optional.of(desk.browserOf(luz));
    var page = browser.get().newPage();
    page.navigate("/");

    assertThat(page.locator("h1")).containsText("Luz Ramos");
    assertThat(page.locator(".clock").nth(1)).containsText("New York");
    Screens.capture(page, "home");
    Accessible.fits(page);
    Accessible.check(page);

    page.getByText("I have read this").click();
    assertThat(page.getByText("I have read this")).hasCount(0);
    page.locator("button:has-text('I keep it')").first().click();
    assertThat(page.locator("button:has-text('I keep it')")).hasCount(0);
    page.locator("button:has-text('Kept')").first().click();
    assertThat(page.locator(".toast")).containsText("Kept");
    assertThat(page.locator("#promised + .count")).hasText("3");
    new Keys(page).press("z");
    assertThat(page.locator("#promised + .count")).hasText("4");
  }

  @Test
  void an_empty_home_says_what_would_be_there() {
    var luz = world.person(Role.SCHEDULER, desk.clinic("Harbor Family Clinic"));
    browser = Optional.of(desk.browserOf(luz));
    var page = browser.get().newPage();
    page.navigate("/");

    assertThat(page.getByText("Nothing is promised")).isVisible();
    Screens.capture(page, "home-empty");
    Accessible.check(page);
  }

  @Test
  void a_promise_is_made_given_another_date_and_kept_by_keyboard_alone() {
    var clinic = desk.clinic("Harbor Family Clinic");
    var luz = world.person(Role.SCHEDULER, clinic);
    browser = Optional.of(desk.browserOf(luz));
    var page = browser.get().newPage();
    page.navigate("/");
    var keys = new Keys(page);

    keys.press("p");
    page.waitForURL("**/promises/new");
    keys.type("Ask the clinic for the note").press("Tab").press("Tab").type("tomorrow");
    assertThat(page.locator(".field-echo")).containsText("17:00");
    assertThat(page.locator(".field-echo")).containsText("Manila");
    Screens.capture(page, "promise-new");
    Accessible.fits(page);
    Accessible.check(page);
    keys.press("Enter");
    page.waitForURL("**/");
    assertThat(page.getByText("Ask the clinic for the note").first()).isVisible();

    page.locator(".keep-what a").first().focus();
    keys.press("Enter");
    page.waitForURL("**/promises/**");
    keys.press("d").type("in a week").press("Tab");
    keys.press("Tab").type("the note is late").press("Enter");
    assertThat(page.getByText("agreed on another date")).isVisible();
    Screens.capture(page, "promise");
    Accessible.fits(page);
    Accessible.check(page);
  }
}
