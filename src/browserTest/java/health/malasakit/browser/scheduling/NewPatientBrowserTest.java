package health.malasakit.browser.scheduling;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.browser.Browser;
import health.malasakit.browser.Keys;
import health.malasakit.browser.Screens;
import health.malasakit.scheduling.Practice;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Somebody calls for the first time: nobody is found, she is registered and booked, by keyboard
 * alone. Beside typed text that takes seven keys in one clinic (Ctrl+K, Enter to ask, Enter to
 * register, Enter to save, b, 1, Enter to book), and one more where the clinic is chosen among
 * several.
 */
@Tag("browser")
@MalasakitTest
class NewPatientBrowserTest {

  private static final int KEYS_IN_ONE_CLINIC = 7;

  private final ApplicationContext beans;
  private final World world;
  private final String address;
  private Practice practice;
  private Optional<BrowserContext> browser = Optional.empty();

  NewPatientBrowserTest(ApplicationContext beans, World world, @LocalServerPort int port) {
    this.beans = beans;
    this.world = world;
    this.address = "http://localhost:" + port;
    this.practice = Practice.in(beans, "America/New_York");
  }

  @BeforeEach
  void aClinic() {
    practice = Practice.in(beans, "America/New_York");
    var reyes = practice.practitioner("Reyes");
    var followUp = practice.type("New patient", 30);
    for (var day : DayOfWeek.values()) {
      practice.session(reyes, day, LocalTime.of(9, 0), LocalTime.of(17, 0), followUp);
    }
  }

  @AfterEach
  void leave() {
    browser.ifPresent(BrowserContext::close);
  }

  @Test
  void a_new_patient_is_registered_and_booked_with_seven_keys() {
    var page = home(practice.clinic());
    var keys = asked(page);
    keys.press("Enter");
    booked(page, keys);

    System.out.printf("Keys for a new patient, from home to booked: %d%n", keys.count());
    assertThat(keys.count()).isEqualTo(KEYS_IN_ONE_CLINIC);
  }

  @Test
  void among_several_clinics_the_choice_costs_one_key_more() {
    var page = home(practice.clinic(), world.clinic("Harbor Pediatrics"));
    var keys = asked(page);
    assertThat(page.locator("#clinic")).isFocused();
    keys.type("Lake").press("Tab").press("Enter");
    booked(page, keys);

    System.out.printf("The same among several clinics: %d%n", keys.count());
    assertThat(keys.count()).isEqualTo(KEYS_IN_ONE_CLINIC + 1);
  }

  /** From home to the form, which has what was typed into the search. */
  private static Keys asked(Page page) {
    var keys = new Keys(page);
    keys.press("Control+k").type("Luz Bautista 7/7/1970 (212) 555-0142").press("Enter");
    page.waitForURL(Pattern.compile(".*/searches/.*"));
    assertThat(page.locator("#found a.button")).isFocused();
    Screens.capture(page, "search-nobody");
    keys.press("Enter");
    page.waitForURL(Pattern.compile(".*/patients/new.*"));
    assertThat(page.locator("#given")).hasValue("Luz");
    assertThat(page.locator("#family")).hasValue("Bautista");
    assertThat(page.locator("#mobile")).hasValue("(212) 555-0142");
    return keys;
  }

  private void booked(Page page, Keys keys) {
    page.waitForURL(Pattern.compile(".*/patients/" + practice.clinic().slug() + "/[0-9a-f-]{36}"));
    keys.press("b");
    page.waitForURL("**/openings**");
    keys.press("1");
    page.waitForURL("**/booking/**");
    assertThat(page.locator("button[data-key='b']")).isFocused();
    keys.press("Enter");
    page.waitForURL("**/visits/**");
    assertThat(page.locator("h1")).containsText("Luz Bautista");
  }

  private Page home(Organization... clinics) {
    var context = Browser.fresh(address);
    browser = Optional.of(context);
    var cookie = world.cookieOf(world.person(Role.SCHEDULER, clinics)).split("=", 2);
    context.addCookies(java.util.List.of(new Cookie(cookie[0], cookie[1]).setUrl(address)));
    var page = context.newPage();
    page.navigate("/");
    return page;
  }
}
