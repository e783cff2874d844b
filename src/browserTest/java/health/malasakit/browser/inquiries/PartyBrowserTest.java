package health.malasakit.browser.inquiries;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import health.malasakit.MalasakitTest;
import health.malasakit.browser.Accessible;
import health.malasakit.browser.Browser;
import health.malasakit.browser.Keys;
import health.malasakit.browser.Screens;
import health.malasakit.inquiries.CallerOnTheLine;
import health.malasakit.inquiries.KnownParties;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** An organization on the line, by keyboard alone. */
@Tag("browser")
@MalasakitTest
class PartyBrowserTest {

  private final ApplicationContext beans;
  private final int port;
  private CallerOnTheLine line;
  private BrowserContext luz;

  PartyBrowserTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void signIn() {
    line = new CallerOnTheLine(beans, port);
    KnownParties.pharmacy(beans, line);
    KnownParties.covered(beans, line);
    var origin = "http://localhost:" + port;
    luz = Browser.fresh(origin);
    var cookie = line.cookie().split("=", 2);
    luz.addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(origin)));
  }

  @AfterEach
  void leave() {
    luz.close();
  }

  @Test
  void a_pharmacy_says_who_it_is_then_whom_it_asks_about() {
    var page = luz.newPage();
    page.navigate(line.call());
    new Keys(page).press("3");
    page.waitForURL(Pattern.compile(".*who=office$"));
    assertThat(page.getByLabel("What is it")).isFocused();
    Screens.capture(page, "call-party");
    Accessible.fits(page);
    Accessible.check(page);
    new Keys(page)
        .type("A pharmacy")
        .press("Tab")
        .type("Grand")
        .press("Tab")
        .press("Tab")
        .type("Ana Ramos")
        .press("Tab")
        .type("pharmacist")
        .press("Tab")
        .type(KnownParties.PHARMACY_NUMBER)
        .press("Tab")
        .type("The number")
        .press("Tab")
        .press("Enter");
    assertThat(page.getByLabel("Name of the patient, as the caller says it")).isFocused();
    Screens.capture(page, "call-party-asks");
    Accessible.check(page);
    new Keys(page)
        .type("Maria de la Cruz")
        .press("Tab")
        .type("3/12/1985")
        .press("Tab")
        .type("MRN-77")
        .press("Tab")
        .type("Record")
        .press("Tab")
        .press("Enter");
    assertThat(page.locator("#caller")).containsText("For treatment");
    Screens.capture(page, "call-party-treatment");
    Accessible.fits(page);
    Accessible.check(page);
  }

  @Test
  void a_payer_hears_coverage_and_an_office_that_is_not_proven_nothing() {
    var page = luz.newPage();
    page.navigate(line.call());
    new Keys(page).press("3");
    page.getByLabel("Name of the organization").fill("Bay Imaging");
    page.getByLabel("Name of the caller").fill("Jo Reyes");
    new Keys(page).press("Enter");
    assertThat(page.locator("#caller")).containsText("nothing is told of any patient");
    Screens.capture(page, "call-party-unproven");
    Accessible.check(page);

    new Keys(page).press("4");
    assertThat(page.getByLabel("Which payer, of those of this clinic")).isFocused();
    new Keys(page).type("Blue");
    page.getByLabel("Name of the caller").fill("Kim Lee");
    page.getByLabel("How it is proven").selectOption("reference");
    page.getByLabel("Reference that the payer gives").fill("REF-88123");
    Screens.capture(page, "call-payer");
    Accessible.fits(page);
    Accessible.check(page);
    new Keys(page).press("Enter");
    page.getByLabel("Name of the patient, as the caller says it").fill("Maria de la Cruz");
    page.getByLabel("Birth date").fill("3/12/1985");
    page.getByLabel("One thing more").fill("W-4471");
    new Keys(page).press("Enter");
    assertThat(page.locator("#caller")).containsText("For payment: coverage and bills");
    Screens.capture(page, "call-payer-proven");
    Accessible.check(page);
    new Keys(page).press("o");
    page.waitForURL(Pattern.compile(".*/payment$"));
    Screens.capture(page, "payment");
    Accessible.fits(page);
    Accessible.check(page);
  }
}
