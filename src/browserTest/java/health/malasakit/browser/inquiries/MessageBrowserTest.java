package health.malasakit.browser.inquiries;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.browser.Accessible;
import health.malasakit.browser.Browser;
import health.malasakit.browser.Keys;
import health.malasakit.browser.Screens;
import health.malasakit.inquiries.CallerOnTheLine;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@Tag("browser")
@MalasakitTest
class MessageBrowserTest {

  private static final Pattern A_MESSAGE =
      Pattern.compile(".*/messages/[0-9a-f-]{36}/[0-9a-f-]{36}$");

  private final World world;
  private final ApplicationContext beans;
  private final int port;
  private CallerOnTheLine line;
  private BrowserContext luz;
  private BrowserContext rosa;

  MessageBrowserTest(World world, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void signIn() {
    line = new CallerOnTheLine(beans, port);
    luz = Browser.fresh("http://localhost:" + port);
    rosa = Browser.fresh("http://localhost:" + port);
    signIn(luz, line.luz());
    signIn(rosa, world.person(Role.NURSE, line.clinic()));
  }

  @AfterEach
  void leave() {
    luz.close();
    rosa.close();
  }

  @Test
  void a_message_goes_from_the_call_to_the_nurse_and_its_answer_comes_back_by_keyboard_alone() {
    line.proven();
    var nurse = rosa.newPage();
    nurse.navigate("/messages");
    assertThat(nurse.locator("#messages-lists")).containsText("No messages");
    Screens.capture(nurse, "messages-empty");

    var page = luz.newPage();
    page.navigate(line.call());
    new Keys(page).press("m");
    page.waitForURL(Pattern.compile(".*/message$"));
    Screens.capture(page, "message-new");
    Accessible.fits(page);
    Accessible.check(page);
    new Keys(page)
        .type("Question")
        .press("Tab")
        .type("He has chest pain since noon.")
        .press("Tab")
        .press("Tab")
        .press("Tab")
        .type("after 3");
    page.getByLabel("Wanted by").fill("in two days");
    page.getByLabel("Hour", new Page.GetByLabelOptions().setExact(true)).fill("17:00");
    new Keys(page).press("Enter");
    page.waitForURL(Pattern.compile(".*/danger$"));
    Screens.capture(page, "message-danger");
    Accessible.fits(page);
    Accessible.check(page);
    new Keys(page).press("b");
    assertThat(page.getByLabel("How it ended")).hasValue("message");
    Screens.capture(page, "call-message-kept");

    assertThat(nurse.locator("#messages-lists")).containsText("María de la Cruz");
    Screens.capture(nurse, "messages");
    Accessible.fits(nurse);
    Accessible.check(nurse);
    nurse.locator("a.keep-what").click();
    nurse.waitForURL(A_MESSAGE);
    Screens.capture(nurse, "message");
    Accessible.fits(nurse);
    Accessible.check(nurse);
    new Keys(nurse).type("Sent him to the ER.").press("Tab").press("Enter");
    assertThat(nurse.locator("main")).containsText("Answered by");

    page.navigate(line.call());
    new Keys(page).press("e");
    assertThat(page.locator("#call-line")).containsText("To write up");
    page.navigate("/messages");
    assertThat(page.locator("#messages-answered")).isVisible();
    page.locator("a.keep-what").first().click();
    page.waitForURL(A_MESSAGE);
    Screens.capture(page, "message-answered");
    Accessible.check(page);
    new Keys(page).press("d");
    assertThat(page.locator("main")).containsText("The caller was told");
  }

  private void signIn(BrowserContext browser, SignedIn person) {
    var cookie = world.cookieOf(person);
    browser.addCookies(
        List.of(
            new Cookie("malasakit", cookie.substring(cookie.indexOf('=') + 1))
                .setUrl("http://localhost:" + port)));
  }
}
