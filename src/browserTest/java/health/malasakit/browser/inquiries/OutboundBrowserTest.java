package health.malasakit.browser.inquiries;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import health.malasakit.MalasakitTest;
import health.malasakit.browser.Accessible;
import health.malasakit.browser.Browser;
import health.malasakit.browser.Keys;
import health.malasakit.browser.Screens;
import health.malasakit.inquiries.outbound.ToBeCalled;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@Tag("browser")
@MalasakitTest
class OutboundBrowserTest {

  private final ApplicationContext beans;
  private final int port;
  private Optional<BrowserContext> browser = Optional.empty();

  OutboundBrowserTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @AfterEach
  void leave() {
    browser.ifPresent(BrowserContext::close);
  }

  @Test
  void she_is_called_by_keyboard_alone_and_every_result_is_one_key() {
    var her = new ToBeCalled(beans, port, ToBeCalled.inTheMorning());
    her.asked(Map.of("reason", "The result of Monday is here", "about", "other"));
    var opened = Browser.of("http://localhost:" + port, her.cookie());
    browser = Optional.of(opened);
    var page = opened.newPage();
    page.navigate(her.page());
    var keys = new Keys(page);
    keys.press("l");
    page.waitForURL("**/to-call");
    assertThat(page.locator("#reason")).isFocused();
    Screens.capture(page, "to-call-new");
    Accessible.check(page);
    keys.type("A place on Friday is free").press("Tab").press("Space").press("Tab").press("Tab");
    assertThat(page.locator("#day")).isFocused();
    keys.type("tomorrow").press("Tab").type("17:00").press("Enter");
    page.waitForURL(Pattern.compile(".*/calls/to-call/[0-9a-f-]{36}$"));
    assertThat(page.locator("button[data-key='1']")).isFocused();
    Screens.capture(page, "to-call");
    Accessible.fits(page);
    Accessible.check(page);

    keys.press("Enter");
    assertThat(page.locator(".call-say q")).hasText("(617) 555-0142");
    Screens.capture(page, "to-call-ringing");
    Accessible.check(page);
    keys.press("2");
    assertThat(page.locator("#call-back")).containsText("No answer");
    Screens.capture(page, "to-call-tried");
    Accessible.check(page);

    page.navigate("/calls");
    assertThat(page.locator("#to-call")).containsText("1 of 2 may be called now");
    Screens.capture(page, "calls-to-call");
    Accessible.fits(page);
    Accessible.check(page);
  }
}
