package health.malasakit.browser.scheduling;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.browser.Accessible;
import health.malasakit.browser.Browser;
import health.malasakit.browser.Keys;
import health.malasakit.browser.Screens;
import health.malasakit.messaging.ConsentAnswer;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.scheduling.told.ToldPractice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@Tag("browser")
@MalasakitTest
class RemindersBrowserTest {

  private final World world;
  private final ApplicationContext beans;
  private final int port;
  private BrowserContext browser;

  RemindersBrowserTest(World world, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.beans = beans;
    this.port = port;
  }

  @AfterEach
  void leave() {
    browser.close();
  }

  @Test
  void what_does_not_reach_a_patient_is_seen_and_settled() {
    var clinic = new ToldPractice(beans);
    var number = ToldPractice.number();
    var ana = clinic.patient("Ana", number, "en");
    clinic.says(ana, number, ConsentAnswer.REFUSED);
    var visit = clinic.book(ana, clinic.inDays(5, 9));
    clinic.planned(visit.id(), Step.BOOKED, 1);
    clinic.due(visit.id(), Step.BOOKED);
    clinic.send();
    browser = Browser.of("http://localhost:" + port, clinic.cookie());
    var page = browser.newPage();
    page.navigate("/");
    new Keys(page).press("g");
    new Keys(page).press("r");
    page.waitForURL("**/reminders");
    assertThat(page.locator("main")).containsText("The patient wants none of these: call.");
    Screens.capture(page, "reminders");
    Accessible.fits(page);
    Accessible.check(page);

    page.locator("main a[href$='/reminders']").first().click();
    page.waitForURL("**/patients/**/reminders");
    Screens.capture(page, "told");
    Accessible.fits(page);
    Accessible.check(page);
    for (var part : new String[] {"reminders", "words", "reached"}) {
      page.navigate("/clinics/" + clinic.slug() + "/" + part);
      Screens.capture(page, "clinic-" + part);
      Accessible.fits(page);
      Accessible.check(page);
    }

    page.navigate("/reminders");
    page.getByText("Told by telephone").first().click();
    assertThat(page.locator("main")).containsText("Every message went its way");
  }
}
