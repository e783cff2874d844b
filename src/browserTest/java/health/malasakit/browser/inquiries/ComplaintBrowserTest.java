package health.malasakit.browser.inquiries;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.browser.Accessible;
import health.malasakit.browser.Browser;
import health.malasakit.browser.Keys;
import health.malasakit.browser.Screens;
import health.malasakit.inquiries.CallerOnTheLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A complaint on a call, and the advocate who is called for at once. */
@Tag("browser")
@MalasakitTest
class ComplaintBrowserTest {

  private final World world;
  private final ApplicationContext beans;
  private final int port;
  private BrowserContext luz;
  private BrowserContext rosa;

  ComplaintBrowserTest(World world, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.beans = beans;
    this.port = port;
  }

  @AfterEach
  void leave() {
    luz.close();
    rosa.close();
  }

  @Test
  void one_key_on_a_call_records_it_and_the_advocate_sees_it_on_whatever_page_she_is() {
    var line = new CallerOnTheLine(beans, port);
    line.proven();
    luz = Browser.of("http://localhost:" + port, line.cookie());
    rosa =
        Browser.of(
            "http://localhost:" + port, world.cookieOf(world.person(Role.ADVOCATE, line.clinic())));
    var hers = rosa.newPage();
    hers.navigate("/patients");
    var page = luz.newPage();
    page.navigate(line.call());
    var keys = new Keys(page);

    keys.press("k");
    page.waitForURL("**/complaints/new?**");
    assertThat(page.locator("#about")).isFocused();
    keys.type("The clinic").press("Tab").press("Tab").type("Abuse").press("Tab");
    keys.type("They held her arm until it was blue.");
    Accessible.check(page);
    Accessible.fits(page);
    Screens.capture(page, "complaint-new");
    keys.press("F8");
    page.waitForURL("**/receipt?**");
    assertThat(page.locator(".call-say q")).containsText("Your number is");
    Accessible.check(page);
    Screens.capture(page, "complaint-receipt");

    assertThat(hers.locator("#complaint-alarm")).containsText("A complaint that cannot wait");
    Screens.capture(hers, "complaint-alarm");
    hers.locator("#complaint-alarm a").click();
    seesTo(hers);
  }

  private static void seesTo(Page hers) {
    assertThat(hers.locator("main")).containsText("They held her arm until it was blue.");
    Accessible.check(hers);
    Accessible.fits(hers);
    Screens.capture(hers, "complaint-waits");
    var keys = new Keys(hers);
    keys.press("t");
    assertThat(hers.locator("main")).containsText("took it");
    assertThat(hers.locator("#complaint-alarm")).isEmpty();
    keys.press("w");
    hers.getByLabel("How the person who complained was answered")
        .fill("By phone: we look into it today.");
    Screens.capture(hers, "complaint-taken");
    hers.navigate("/complaints");
    Accessible.check(hers);
    Accessible.fits(hers);
    Screens.capture(hers, "complaints");
  }
}
