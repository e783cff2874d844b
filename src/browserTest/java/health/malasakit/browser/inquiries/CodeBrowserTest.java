package health.malasakit.browser.inquiries;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import health.malasakit.MalasakitTest;
import health.malasakit.browser.Accessible;
import health.malasakit.browser.Browser;
import health.malasakit.browser.Keys;
import health.malasakit.browser.Screens;
import health.malasakit.inquiries.codes.CodeOnTheLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A code to a number on file, by keyboard alone. */
@Tag("browser")
@MalasakitTest
class CodeBrowserTest {

  private final ApplicationContext beans;
  private final int port;
  private CodeOnTheLine code;
  private BrowserContext browser;
  private Page page;

  CodeBrowserTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void herRecordIsOpen() {
    code = new CodeOnTheLine(beans, port);
    code.line().proven();
    browser = Browser.of("http://localhost:" + port, code.line().cookie());
    page = browser.newPage();
    page.navigate(code.line().call());
  }

  @AfterEach
  void leave() {
    browser.close();
  }

  @Test
  void a_code_is_sent_read_back_and_opens_how_she_is_reached() {
    assertThat(page.locator("#code")).isVisible();
    Screens.capture(page, "code-offered");
    Accessible.check(page);

    new Keys(page).press("s");

    assertThat(page.locator("input#code-said")).isFocused();
    Screens.capture(page, "code-sent");
    Accessible.check(page);
    var digits = code.code(CodeOnTheLine.MOBILE);
    page.keyboard().type(CodeOnTheLine.other(digits));
    new Keys(page).press("Enter");
    assertThat(page.locator("#code")).containsText("That is not the code. 2 more times are left.");
    assertThat(page.locator("input#code-said")).isFocused();
    Screens.capture(page, "code-wrong");
    page.keyboard().type(digits);
    new Keys(page).press("Enter");

    assertThat(page.locator("#caller")).containsText("how the patient is reached may change");
    Screens.capture(page, "code-matched");
    new Keys(page).press("a");
    page.waitForURL("**/edit");
  }
}
