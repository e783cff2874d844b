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
import health.malasakit.inquiries.Switchboard;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@Tag("browser")
@MalasakitTest
class BoardBrowserTest {

  private final World world;
  private final ApplicationContext beans;
  private final int port;
  private BrowserContext browser;

  BoardBrowserTest(World world, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.beans = beans;
    this.port = port;
  }

  @AfterEach
  void leave() {
    browser.close();
  }

  @Test
  void the_lead_reads_what_each_number_counts_and_it_changes_by_itself() {
    var phone = Switchboard.in(beans, port, "Lakeside Family Medicine");
    var lead = world.person(Role.SUPERVISOR, phone.clinic());
    browser = Browser.of("http://localhost:" + port, world.cookieOf(lead));
    var page = browser.newPage();
    page.navigate("/calls");
    var keys = new Keys(page);
    keys.press("b");
    page.waitForURL("**/calls/board");
    assertThat(page.locator("#line-state")).hasAttribute("data-state", "live");
    Screens.capture(page, "board-empty");
    rings(phone, "answered", "es");
    phone.seated(Role.CUSTOMER_SERVICE, "204");
    phone.happens("answered" + phone.number(), "answered", ", \"extension\": \"204\"");
    rings(phone, "abandoned", "en");
    phone.happens("abandoned" + phone.number(), "abandoned", "");
    rings(phone, "waits", "es");

    assertThat(page.locator(".board-number").first()).containsText("1");
    assertThat(page.locator("#calls-board")).containsText("On a call");
    Screens.capture(page, "board");
    Accessible.fits(page);
    Accessible.check(page);

    page.locator(".board-figure a").first().click();
    assertThat(page.locator("#calls-waiting")).isVisible();
  }

  private static void rings(Switchboard phone, String id, String language) {
    phone.tell(
        "/api/calls",
        "{\"id\": \"%s\", \"to\": \"%s\", \"language\": \"%s\", \"started\": \"%s\"}"
            .formatted(id + phone.number(), phone.number(), language, Instant.now()));
  }
}
