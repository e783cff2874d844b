package health.malasakit.browser.inquiries;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.browser.Accessible;
import health.malasakit.browser.Browser;
import health.malasakit.browser.Screens;
import health.malasakit.inquiries.texts.TextedClinic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@Tag("browser")
@MalasakitTest
class ToReadBrowserTest {

  private final World world;
  private final ApplicationContext beans;
  private final int port;
  private BrowserContext browser;

  ToReadBrowserTest(World world, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.beans = beans;
    this.port = port;
  }

  @AfterEach
  void leave() {
    browser.close();
  }

  @Test
  void what_patients_text_comes_by_itself_and_is_opened() {
    var clinic = new TextedClinic(beans, port);
    clinic.patient("Ana", "Cruz", "en");
    browser =
        Browser.of("http://localhost:" + port, world.cookieOf(clinic.practice().specialist()));
    var page = browser.newPage();
    page.navigate("/texts");
    Accessible.fits(page);
    Accessible.check(page);

    clinic.texts("Can I bring my son on Tuesday?");
    var line = page.locator("main a[href^='/texts/']").first();
    assertThat(line).isVisible();
    Screens.capture(page, "to-read");
    Accessible.check(page);
    line.click();
    page.waitForURL("**/texts/*/*");

    assertThat(page.locator("main")).containsText("Can I bring my son on Tuesday?");
    Screens.capture(page, "text");
    Accessible.fits(page);
    Accessible.check(page);
  }
}
