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
import health.malasakit.directory.Clinic;
import health.malasakit.directory.ClinicProfiles;
import health.malasakit.directory.Notice;
import health.malasakit.directory.Notices;
import health.malasakit.directory.TransferList;
import health.malasakit.directory.TransferTarget;
import health.malasakit.directory.WeekHours;
import health.malasakit.inquiries.Switchboard;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Scopes;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@Tag("browser")
@MalasakitTest
class CallBrowserTest {

  private static final Pattern A_CALL = Pattern.compile(".*/calls/[0-9a-f-]{36}/[0-9a-f-]{36}$");
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

  private final World world;
  private final ApplicationContext beans;
  private final int port;
  private Switchboard board;
  private BrowserContext browser;
  private Page page;

  CallBrowserTest(World world, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void signIn() {
    board = Switchboard.in(beans, port, "Lakeside Family Medicine");
    furnish(world.person(Role.SUPERVISOR, board.clinic()));
    browser = Browser.fresh("http://localhost:" + port);
    signIn(board.seated(Role.CUSTOMER_SERVICE, "204"));
    page = browser.newPage();
    page.setDefaultNavigationTimeout(5000);
  }

  @AfterEach
  void leave() {
    browser.close();
  }

  @Test
  void who_loses_her_seat_is_told_on_whatever_page_she_is() {
    page.navigate("/patients");
    assertThat(page.locator("#calls-strip")).isAttached();

    board.sit(world.person(Role.SCHEDULER, board.clinic()), "204");

    assertThat(page.locator("#calls-strip")).containsText("sits at extension 204 now");
    Screens.capture(page, "seat-lost");
    Accessible.fits(page);
    Accessible.check(page);
    page.getByText("Say where you sit").click();
    page.waitForURL("**/calls");
    page.getByText("I know").click();
    assertThat(page.locator("#calls-strip")).not().containsText("sits at extension 204 now");
    assertThat(page.locator("main")).not().containsText("sits at extension 204 now");
  }

  @Test
  void a_call_opens_by_itself_and_is_written_up_by_keyboard_alone() {
    page.navigate("/calls");
    Screens.capture(page, "calls-empty");
    assertThat(page.locator("#line-state")).hasText("Live");
    var waiting = board.ring("(617) 555-0142");
    assertThat(page.locator("#calls-waiting")).isVisible();
    var missed = board.ring("anonymous");
    board.happens(missed, "abandoned", "");
    assertThat(page.locator("#calls-missed")).isVisible();
    Screens.capture(page, "calls");
    Accessible.check(page);

    page.navigate("/patients");
    board.happens(waiting, "answered", ", \"extension\": \"204\"");

    page.waitForURL(A_CALL);
    assertThat(page.locator(".call-say q"))
        .hasText("Thank you for calling Lakeside Family Medicine. How may I help you?");
    assertThat(page.locator("main")).containsText("Dr. Ortiz runs 40 minutes late");
    Screens.capture(page, "call");
    Accessible.fits(page);
    Accessible.check(page);

    var keys = new Keys(page);
    keys.press("p");
    assertThat(page.locator("#call-line")).containsText("Waits on hold");
    keys.press("p");
    assertThat(page.locator("#call-line")).containsText("Let wait");
    board.happens(waiting, "ended", "");
    assertThat(page.locator("#call-line")).containsText("To write up");
    page.getByLabel("What it was about").focus();
    keys.type("When").press("Tab").type("Done").press("Tab").type("Told her the day.").press("Tab");
    keys.press("Enter");

    assertThat(page.locator("#written")).hasText("Written up");
    assertThat(page.getByText("Go on")).isFocused();
    keys.press("Enter");
    page.waitForURL(Pattern.compile(".*/calls$"));
    assertThat(page.locator("#calls-mine")).hasCount(0);
  }

  @Test
  void who_is_available_takes_the_call_that_waits_with_one_key_on_any_page() {
    page.navigate("/calls");
    new Keys(page).press("1");
    assertThat(page.locator(".said[aria-pressed=true]")).containsText("Available");
    page.navigate("/");
    assertThat(page.locator("#calls-strip")).isAttached();

    board.ring("(617) 555-0142");

    assertThat(page.locator("#calls-strip")).containsText("1 call waits: Lakeside Family Medicine");
    assertThat(page.locator("p.unseen[role=status]")).containsText("1 call waits");
    assertThat(page).hasTitle(Pattern.compile("^\\(1\\) "));
    Screens.capture(page, "calls-strip");
    Accessible.check(page);
    new Keys(page).press("F2");
    page.waitForURL(A_CALL);
    page.navigate("/patients");
    assertThat(page.locator("#calls-strip")).containsText("On the line: Lakeside Family Medicine");
    assertThat(page).hasTitle(Pattern.compile("^[^(]"));
    new Keys(page).press("F2");
    page.waitForURL(A_CALL);
  }

  private void signIn(SignedIn person) {
    var cookie = world.cookieOf(person);
    browser.addCookies(
        List.of(
            new Cookie("malasakit", cookie.substring(cookie.indexOf('=') + 1))
                .setUrl("http://localhost:" + port)));
  }

  private void furnish(SignedIn supervisor) {
    var clinic = board.clinic().id();
    Scopes.run(
        world.scopeOf(supervisor),
        () -> {
          beans
              .getBean(ClinicProfiles.class)
              .describe(
                  clinic,
                  new Clinic.Profile(
                      "Thank you for calling Lakeside Family Medicine. How may I help you?",
                      "Lakeside",
                      Optional.of(CHICAGO)),
                  0);
          beans
              .getBean(Notices.class)
              .add(
                  clinic,
                  new Notice.Details(
                      new Notice.About.WholeClinic(),
                      "Dr. Ortiz runs 40 minutes late",
                      Instant.now(),
                      Instant.now().plusSeconds(36_000),
                      false));
          transfer(
              TransferTarget.Desk.NURSE, "Rosa", "(312) 555-0101", TransferTarget.Reach.ALWAYS);
          transfer(
              TransferTarget.Desk.BILLING,
              "Billing office",
              "(312) 555-0102",
              TransferTarget.Reach.OPEN_HOURS);
        });
  }

  private void transfer(
      TransferTarget.Desk desk, String name, String number, TransferTarget.Reach reach) {
    var fallback = new TransferTarget.Fallback(Optional.empty(), "Take a message, wanted by today");
    beans
        .getBean(TransferList.class)
        .add(
            board.clinic().id(),
            new TransferTarget.Details(
                desk, name, Phone.of(number), "", reach, WeekHours.NONE, fallback));
  }
}
