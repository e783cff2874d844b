package health.malasakit.directory;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.browser.Accessible;
import health.malasakit.browser.Browser;
import health.malasakit.browser.Keys;
import health.malasakit.browser.Screens;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator sets a clinic up, until nothing is missing before its first call. */
@Tag("browser")
@MalasakitTest
class SetUpJourneyTest {

  private final World world;
  private final String address;
  private final List<String> complaints = new ArrayList<>();
  private Organization clinic;
  private BrowserContext person;
  private Page page;

  SetUpJourneyTest(World world, @LocalServerPort int port) {
    this.world = world;
    this.address = "http://localhost:" + port;
  }

  @BeforeEach
  void sit() {
    clinic = world.clinic("Lakeside Family Medicine");
    var cookie = world.cookieOf(world.person(Role.ADMINISTRATOR, clinic)).split("=", 2);
    person = Browser.fresh(address);
    person.addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(address)));
    page = person.newPage();
    page.onPageError(complaints::add);
  }

  @AfterEach
  void leave() {
    person.close();
  }

  @Test
  void a_clinic_is_set_up_by_following_what_it_lacks() {
    open("");
    page.getByText("No clinician can be reached now").waitFor();
    look("clinic-new");

    follow("No greeting to read aloud");
    page.getByLabel("Greeting").fill("Lakeside Family Medicine, this is Luz. How can I help?");
    page.getByLabel("Neutral name").fill("Lakeside Office");
    page.getByLabel("Time zone").selectOption("America/New_York");
    look("clinic-profile");
    press("Save");

    follow("No hours: when is it open?");
    for (var day : List.of("Monday", "Tuesday", "Wednesday", "Thursday")) {
      page.getByLabel(day).fill("08:00-12:00, 13:00-17:00");
    }
    page.getByLabel("Friday").fill("8 to noon");
    press("Save");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Type hours like 08:00-12:30");
    assertThat(page.getByLabel("Monday")).hasValue("08:00-12:00, 13:00-17:00");
    look("clinic-hours-refused");
    page.getByLabel("Friday").fill("08:00-24:00");
    press("Save");

    follow("No phone number yet");
    page.getByLabel("Number", new Page.GetByLabelOptions().setExact(true)).fill(freshNumber());
    page.getByLabel("What it is for").fill("Main line");
    press("Add");
    assertThat(page.getByText("Main line", new Page.GetByTextOptions().setExact(true))).isVisible();
    look("clinic-numbers");

    open("");
    follow("No holidays on the list");
    press("Add %d federal holidays of the coming year".formatted(ComingYear.holidays()));
    assertThat(page.getByText("Thanksgiving Day").first()).isVisible();
    look("clinic-holidays");

    addPlaceAndPeople();
    addTransfers();
    open("");
    follow("From which age a minor may keep a visit confidential");
    page.getByLabel("From which age").fill("14");
    page.getByLabel("For which visits").fill("Counselling");
    page.getByLabel("Who of the clinic says so").fill("Dr. Ana Reyes");
    press("Write it down");
    page.getByText("From 14 years a visit may be confidential").waitFor();
    open("");
    assertThat(page.getByText("Ready for calls")).isVisible();
    look("clinic-ready");
    page.navigate("/clinics");
    look("clinics");
    org.assertj.core.api.Assertions.assertThat(complaints).isEmpty();
  }

  @Test
  void a_notice_is_put_up_by_keyboard_alone() {
    page.navigate("/clinics/" + clinic.slug() + "/notices");
    look("notices-empty");
    var keys = new Keys(page);

    keys.press("a");
    page.waitForURL(Pattern.compile(".*/notices/new"));
    keys.type("Dr. Ortiz runs 40 minutes late").press("Tab").press("Tab").press("Tab");
    keys.press("Tab").type("tomorrow").press("Tab").type("17:30");
    look("notice-new");
    page.getByLabel("Until hour").focus();
    keys.press("Enter");

    assertThat(page.locator(".thing-name")).hasText("Dr. Ortiz runs 40 minutes late");
    look("notices");
    org.assertj.core.api.Assertions.assertThat(keys.count()).isLessThan(10);
  }

  @Test
  void the_second_of_two_editors_is_shown_the_difference() {
    open("/profile");
    var other = person.newPage();
    other.navigate("/clinics/" + clinic.slug() + "/profile");
    other.getByLabel("Greeting").fill("Good morning, Lakeside");
    other.getByRole(AriaRole.BUTTON, button("Save")).click();
    other.waitForURL(Pattern.compile(".*/clinics/[^/]*$"));

    page.getByLabel("Greeting").fill("Lakeside, hello");
    press("Save");

    assertThat(page.getByText("Somebody changed this while you had it open")).isVisible();
    assertThat(page.locator(".differences")).containsText("Good morning, Lakeside");
    assertThat(page.getByLabel("Greeting")).hasValue("Lakeside, hello");
    look("clinic-changed-meanwhile");
  }

  private void addPlaceAndPeople() {
    open("");
    follow("No place where patients are seen");
    page.getByLabel("Name").fill("Main office");
    page.getByLabel("Street").fill("12 Main St");
    page.getByLabel("Town").fill("Albany");
    page.getByLabel("ZIP").fill("12207");
    look("site-new");
    press("Add");
    assertThat(page.getByText("Proposed from ZIP 12207: New York")).isVisible();
    look("site-zone-proposed");
    press("This is the zone");
    look("sites");

    page.navigate("/clinics/" + clinic.slug() + "/practitioners/new");
    page.getByLabel("Given names").fill("Ana");
    page.getByLabel("Family name").fill("Reyes");
    page.getByLabel("Credentials").fill("MD");
    page.getByLabel("NPI").fill("1234567890");
    press("Add");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("one digit is mistyped");
    look("practitioner-refused");
    page.getByLabel("NPI").fill("1234567893");
    press("Add");
    look("practitioners");

    page.navigate("/clinics/" + clinic.slug() + "/resources/new");
    page.getByLabel("Name").fill("Room 1");
    page.getByLabel("Site").selectOption("Main office");
    look("resource-new");
    press("Add");

    page.navigate("/clinics/" + clinic.slug() + "/visit-types/new");
    page.getByLabel("Name").fill("New patient");
    page.getByLabel("Minutes").fill("40");
    page.getByText("exam room (Room)").click();
    look("visit-type-new");
    press("Add");
    look("visit-types");
  }

  private void addTransfers() {
    line("on_call", "Doctor on call", "while_closed");
    line("nurse", "Our nurse line", "");
    look("transfers");
    line("front_desk", "Front desk", "");
    line("interpreter", "Interpreters", "always");
  }

  private void line(String desk, String name, String reach) {
    page.navigate("/clinics/" + clinic.slug() + "/transfers/new?desk=" + desk);
    page.getByLabel("Name").fill(name);
    page.getByLabel("Number").fill("(212) 555-0123");
    page.getByLabel("Or do this").fill("Take a message, a nurse calls back within the hour");
    if (reach.equals("while_closed")) {
      page.getByText("While it is closed").click();
    } else if (reach.equals("always")) {
      page.getByLabel("Account code").fill("LFM-77");
      page.getByText("Always", new Page.GetByTextOptions().setExact(true)).click();
    }
    if (desk.equals("on_call")) {
      look("transfer-new");
    }
    press("Add");
  }

  private void open(String part) {
    page.navigate("/clinics/" + clinic.slug() + part);
  }

  private void follow(String lack) {
    page.locator(".thing")
        .filter(new Locator.FilterOptions().setHasText(lack))
        .getByRole(AriaRole.LINK)
        .click();
  }

  private void press(String label) {
    page.locator("main")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(label).setExact(true))
        .click();
  }

  private static Page.GetByRoleOptions button(String label) {
    return new Page.GetByRoleOptions().setName(label).setExact(true);
  }

  private void look(String name) {
    Screens.capture(page, name);
    Accessible.fits(page);
    Accessible.check(page);
  }

  private static String freshNumber() {
    return "(212) 555-%04d"
        .formatted(java.util.concurrent.ThreadLocalRandom.current().nextInt(10_000));
  }
}
