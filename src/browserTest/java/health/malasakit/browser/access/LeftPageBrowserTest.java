package health.malasakit.browser.access;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Accounts;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.browser.Browser;
import health.malasakit.browser.Keys;
import health.malasakit.browser.SecurityKey;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page that was open when a session ended, for whoever signs in next at this browser. */
@Tag("browser")
@MalasakitTest
class LeftPageBrowserTest {

  private final World world;
  private final Accounts accounts;
  private final String address;
  private final Organization clinic;
  private BrowserContext person;
  private Page page;

  LeftPageBrowserTest(World world, Accounts accounts, @LocalServerPort int port) {
    this.world = world;
    this.accounts = accounts;
    this.address = "http://localhost:" + port;
    this.clinic = world.clinic("Lakeside Family Medicine");
  }

  @BeforeEach
  void sit() {
    person = Browser.fresh(address);
    page = person.newPage();
  }

  @AfterEach
  void leave() {
    person.close();
  }

  @Test
  void who_was_reading_when_her_session_ended_is_led_back_to_that_page() {
    var luz = world.person(Role.SCHEDULER, clinic);
    readsUntilHerSessionEnds(luz);

    PlaywrightAssertions.assertThat(page.locator("input[name='next']")).hasValue("/you");
    comesIn(luz);
    page.waitForURL(address + "/you");
  }

  @Test
  void another_who_signs_in_next_at_this_browser_does_not_land_on_her_page() {
    readsUntilHerSessionEnds(world.person(Role.SCHEDULER, clinic));

    comesIn(world.person(Role.SCHEDULER, clinic));
    page.waitForURL(url -> !url.contains("/sign-in"));
    PlaywrightAssertions.assertThat(page).hasURL(address + "/");
  }

  private void readsUntilHerSessionEnds(SignedIn luz) {
    var parts = world.cookieOf(luz).split("=", 2);
    person.addCookies(List.of(new Cookie(parts[0], parts[1]).setUrl(address)));
    page.navigate("/you");
    PlaywrightAssertions.assertThat(page.locator("#line-state")).hasText("Live");
    accounts.signOutEverywhere(luz.account());
    page.waitForURL("**/sign-in?said=out&next=**");
  }

  private void comesIn(SignedIn who) {
    SecurityKey.in(page);
    page.getByLabel("E-mail").fill(accounts.find(who.account()).orElseThrow().email());
    page.getByLabel("Password").fill(World.PASSWORD);
    new Keys(page).press("Enter");
    page.getByLabel("What you call it").fill("blue key");
    page.getByText("Make a passkey").click();
    page.getByText("I have kept them").click();
    page.getByText("Where do you work from now?").waitFor();
    PlaywrightAssertions.assertThat(page.locator("button[autofocus]")).isFocused();
    new Keys(page).press("Enter");
  }
}
