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
import health.malasakit.inquiries.voicemail.Sound;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@Tag("browser")
@MalasakitTest
class VoicemailBrowserTest {

  /** Until something of it was heard. */
  private static final String PLAYS =
      """
      () => new Promise((heard) => {
        const audio = document.querySelector("audio");
        const look = () => audio.currentTime > 0.1 && heard();
        audio.addEventListener("timeupdate", look);
        look();
      })
      """;

  private final ApplicationContext beans;
  private final int port;
  private CallerOnTheLine line;
  private BrowserContext browser;

  VoicemailBrowserTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void somebodyLeftAMessage() {
    line = new CallerOnTheLine(beans, port);
    line.over();
    var call = line.board().ring(CallerOnTheLine.HER_NUMBER);
    var sound = Base64.getEncoder().encodeToString(Sound.wav(440));
    line.board().tell("/api/calls/" + call + "/voicemail", "{\"audio\": \"" + sound + "\"}");
    browser = Browser.fresh("http://localhost:" + port);
    var cookie = line.cookie();
    browser.addCookies(
        List.of(
            new Cookie("malasakit", cookie.substring(cookie.indexOf('=') + 1))
                .setUrl("http://localhost:" + port)));
  }

  @AfterEach
  void leave() {
    browser.close();
  }

  @Test
  void a_voicemail_is_played_in_the_page_by_one_key_and_dealt_with_by_another() {
    var page = browser.newPage();
    page.navigate("/calls/voicemail/new");
    Screens.capture(page, "voicemail-new");
    Accessible.check(page);
    page.navigate("/calls");
    assertThat(page.locator("#voicemails")).containsText("(617) 555-0142");
    Screens.capture(page, "calls-voicemail");
    Accessible.fits(page);
    Accessible.check(page);

    page.locator("#voicemails a.keep-what").click();
    page.waitForURL("**/calls/voicemail/*/*");
    new Keys(page).press("s");
    page.evaluate(PLAYS);
    page.reload();
    assertThat(page.locator("main")).containsText("Heard by Luz Ramos");
    Screens.capture(page, "voicemail");
    Accessible.fits(page);
    Accessible.check(page);

    new Keys(page).press("d");
    page.waitForURL("**/calls");
    assertThat(page.locator("#voicemails")).containsText("No voicemail waits.");
  }

  @Test
  void from_the_list_a_line_is_played_and_dealt_with_by_its_own_keys() {
    var page = browser.newPage();
    page.navigate("/calls");
    assertThat(page.locator("#voicemails")).containsText("Missed call, left a voicemail");
    assertThat(page.locator("#calls-missed")).hasCount(0);

    page.locator("#voicemails a.keep-what").focus();
    new Keys(page).press("s");
    page.evaluate(PLAYS);
    new Keys(page).press("?");
    assertThat(page.locator("#keys")).containsText("Nothing more to do");
    new Keys(page).press("Escape");
    new Keys(page).press("d");

    assertThat(page.locator("#voicemails")).containsText("No voicemail waits.");
    assertThat(page.locator("#calls-missed")).hasCount(0);
  }
}
