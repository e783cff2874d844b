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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Somebody rings again and again and does not know the answers. */
@Tag("browser")
@MalasakitTest
class GuessesBrowserTest {

  private static final Map<String, String> WRONG =
      Map.of("name", "Maria Santos", "birthDate", "3/12/1985");

  private final ApplicationContext beans;
  private final int port;
  private CallerOnTheLine line;
  private BrowserContext luz;

  GuessesBrowserTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void nineAnswersDidNotMatch() {
    line = new CallerOnTheLine(beans, port);
    for (int call = 0; call < 3; call++) {
      for (int n = 0; n < 3; n++) {
        line.ask("patient", WRONG);
      }
      line.client().post(line.call() + "/end", Map.of());
      line.onCall(line.ring(CallerOnTheLine.HER_NUMBER));
    }
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
  void the_words_stand_there_and_one_key_asks_for_a_call_at_the_number_on_file() {
    var page = luz.newPage();
    page.navigate(line.call());
    assertThat(page.locator("#caller")).containsText("Too many answers from this number");
    assertThat(page.locator("#caller")).containsText("Say: I am sorry.");
    Screens.capture(page, "call-guesses");
    Accessible.fits(page);
    Accessible.check(page);

    page.getByLabel("Name of the patient, as the caller says it").fill("Maria de la Cruz");
    page.getByLabel("Birth date").fill("3/12/1985");
    page.locator("#caller h2").click();
    new Keys(page).press("y");

    assertThat(page.locator("main")).containsText("The call is asked for.");
    assertThat(page.locator("main")).not().containsText("Cruz");
    org.assertj.core.api.Assertions.assertThat(
            line.colleague().get("/calls/to-call?whose=all").body())
        .contains("de la Cruz");
  }
}
