package health.malasakit.browser.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Accounts;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.browser.Accessible;
import health.malasakit.browser.Browser;
import health.malasakit.browser.Keys;
import health.malasakit.browser.Screens;
import health.malasakit.browser.SecurityKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A person's own keys, by keyboard alone, with security keys made of software. */
@Tag("browser")
@MalasakitTest
class KeysBrowserTest {

  private final World world;
  private final Accounts accounts;
  private final int port;
  private BrowserContext person;
  private Page page;

  KeysBrowserTest(World world, Accounts accounts, @LocalServerPort int port) {
    this.world = world;
    this.accounts = accounts;
    this.port = port;
  }

  @BeforeEach
  void sit() {
    person = Browser.fresh("http://localhost:" + port);
    page = person.newPage();
  }

  @AfterEach
  void leave() {
    person.close();
  }

  @Test
  void she_adds_a_second_key_comes_in_with_it_and_takes_the_lost_one_away() {
    var luz = world.person(Role.SCHEDULER, world.clinic("Lakeside Family Medicine"));
    var blue = SecurityKey.in(page);
    comeInForTheFirstTime(luz, "blue key");

    page.navigate("/you");
    page.getByText("Look at keys and codes").focus();
    new Keys(page).press("Enter");
    page.getByText("First show that it is you").waitFor();
    seen("keys-shown-first");
    assertThat(page.locator("button[autofocus]")).isFocused();
    new Keys(page).press("Enter");
    page.getByText("You can change them until").waitFor();
    assertThat(page.locator("body")).containsText("The last one stays");

    blue.remove();
    SecurityKey.in(page);
    assertThat(page.getByLabel("What you call it")).isFocused();
    new Keys(page).type("spare key");
    new Keys(page).press("Enter");
    assertThat(page.locator("table.rows")).containsText("spare key");
    assertThat(row("spare key")).containsText("Never");
    seen("keys");

    person.clearCookies();
    page.navigate("/sign-in");
    typePassword(luz);
    new Keys(page).press("Enter");
    page.getByText("Where do you work from now?").waitFor();
    assertThat(page.locator("button[autofocus]")).isFocused();
    new Keys(page).press("Enter");
    page.waitForURL("http://localhost:" + port + "/");

    page.navigate("/you/keys");
    assertThat(row("spare key")).not().containsText("Never");
    assertThat(page.locator("button[autofocus]")).isFocused();
    new Keys(page).press("Enter");
    page.getByText("You can change them until").waitFor();
    row("blue key").getByText("Remove").focus();
    new Keys(page).press("Enter");
    page.getByText("Remove blue key?").waitFor();
    seen("keys-remove");
    page.locator("dialog[open] .button-harm").focus();
    new Keys(page).press("Enter");
    assertThat(page.locator("table.rows")).not().containsText("blue key");
    assertThat(row("spare key")).containsText("The last one stays");
  }

  @Test
  void the_app_is_set_up_beside_a_key() {
    var luz = world.person(Role.SCHEDULER, world.clinic("Lakeside Family Medicine"));
    SecurityKey.in(page);
    comeInForTheFirstTime(luz, "blue key");
    page.navigate("/you/keys");
    assertThat(page.locator("button[autofocus]")).isFocused();
    new Keys(page).press("Enter");
    page.getByText("Set up an app").focus();
    new Keys(page).press("Enter");
    assertThat(page.getByLabel("Six digits from the app")).isFocused();
    seen("keys-app");
  }

  private void comeInForTheFirstTime(SignedIn luz, String key) {
    page.navigate("/sign-in");
    typePassword(luz);
    page.getByLabel("What you call it").fill(key);
    page.getByText("Make a passkey").click();
    page.getByText("I have kept them").click();
    page.getByText("Where do you work from now?").waitFor();
    assertThat(page.locator("button[autofocus]")).isFocused();
    new Keys(page).press("Enter");
    page.waitForURL("http://localhost:" + port + "/");
  }

  private com.microsoft.playwright.Locator row(String name) {
    return page.locator("table.rows tr")
        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(name));
  }

  private void typePassword(SignedIn who) {
    page.getByLabel("E-mail").fill(accounts.find(who.account()).orElseThrow().email());
    page.getByLabel("Password").fill(World.PASSWORD);
    new Keys(page).press("Enter");
    page.waitForURL("**/sign-in/**");
  }

  private void seen(String name) {
    Accessible.check(page);
    Accessible.fits(page);
    Screens.capture(page, name);
  }
}
