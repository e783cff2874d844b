package health.malasakit.browser.inquiries;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.browser.Accessible;
import health.malasakit.browser.Browser;
import health.malasakit.browser.Keys;
import health.malasakit.browser.Screens;
import health.malasakit.inquiries.Switchboard;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.scheduling.Practice;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** From the call shown to its wrap-up saved, by keyboard alone; keys beside typed text. */
@Tag("browser")
@MalasakitTest
class CallKeysBrowserTest {

  private static final Pattern A_CALL = Pattern.compile(".*/calls/[0-9a-f-]{36}/[0-9a-f-]{36}$");
  private static final Pattern CALLS = Pattern.compile(".*/calls$");
  private static final int KNOWN_PATIENT_BOOKS_MAX = 12;

  private final World world;
  private final ApplicationContext beans;
  private final int port;
  private Switchboard board;
  private BrowserContext browser;
  private Page page;
  private Keys keys;

  CallKeysBrowserTest(World world, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aClinicWithACaller() {
    var practice = Practice.in(beans, "America/New_York");
    var reyes = practice.practitioner("Reyes");
    var followUp = practice.type("Follow-up", 30);
    for (var day : DayOfWeek.values()) {
      practice.session(reyes, day, LocalTime.of(9, 0), LocalTime.of(17, 0), followUp);
    }
    var facts =
        PersonFacts.named(PatientName.official("Ana", "Cruz"))
            .edit()
            .born(LocalDate.of(1985, 3, 12))
            .done();
    practice.ask(() ->
        beans
            .getBean(Patients.class)
            .register(practice.organization(), NewPatient.saidByCaller(facts)));
    board = Switchboard.of(beans, port, practice.clinic());
    var cookie = world.cookieOf(board.seated(Role.CUSTOMER_SERVICE, "204"));
    browser = Browser.of("http://localhost:" + port, cookie);
    page = browser.newPage();
    page.navigate("/calls");
  }

  @AfterEach
  void leave() {
    browser.close();
  }

  @Test
  void a_known_patient_books_then_asks_when_then_moves_and_each_call_is_written_up() {
    answered();
    proven("Ana Cruz", "3/12/1985");
    Screens.capture(page, "call-proven");
    Accessible.check(page);
    booked("b");
    backToTheCall();
    assertThat(page.locator("#reason")).hasValue("book");
    assertThat(page.locator("#outcome")).hasValue("done");
    Screens.capture(page, "call-read-back");
    writtenUp("Known patient books", KNOWN_PATIENT_BOOKS_MAX);

    answered();
    proven("Ana Cruz", "3/12/1985");
    assertThat(page.locator(".answers")).containsText("Follow-up");
    keys.press("r");
    assertThat(page.locator("#reason")).isFocused();
    keys.type("When").press("Tab").press("Tab").press("Tab").press("Enter");
    saved("When is my visit?", KNOWN_PATIENT_BOOKS_MAX);

    answered();
    proven("Ana Cruz", "3/12/1985");
    keys.press("v");
    page.waitForURL("**/visits/**");
    booked("m");
    backToTheCall();
    assertThat(page.locator("#reason")).hasValue("move");
    writtenUp("Move", KNOWN_PATIENT_BOOKS_MAX);
  }

  @Test
  void somebody_who_is_new_is_registered_from_the_call_and_booked() {
    answered();
    keys.press("1");
    assertThat(page.locator("#name")).isFocused();
    keys.type("Luz Bautista").press("Tab").type("7/7/1970").press("Enter");
    assertThat(page.locator("#caller")).containsText("No match. 2 more times are left.");
    Screens.capture(page, "call-no-match");
    keys.press("F4");
    page.waitForURL(Pattern.compile(".*/patients/new.*"));
    assertThat(page.locator("#mobile")).hasValue("(617) 555-0142");
    keys.press("Enter");
    page.waitForURL(Pattern.compile(".*/patients/.*/[0-9a-f-]{36}$"));
    booked("b");
    backToTheCall();
    assertThat(page.locator("#caller")).containsText("Luz Bautista");
    writtenUp("New patient books", KNOWN_PATIENT_BOOKS_MAX + 3);
  }

  private void answered() {
    board.happens(board.ring("(617) 555-0142"), "answered", ", \"extension\": \"204\"");
    page.waitForURL(A_CALL);
    keys = new Keys(page);
  }

  private void proven(String name, String born) {
    keys.press("1");
    assertThat(page.locator("#name")).isFocused();
    keys.type(name).press("Tab").type(born).press("Enter");
    assertThat(page.locator("#caller")).containsText("The caller is");
  }

  /** From here to the openings, the first of them, booked. */
  private void booked(String key) {
    keys.press(key);
    page.waitForURL("**/openings**");
    keys.press("1");
    page.waitForURL("**/booking/**");
    assertThat(page.locator("button[data-key='b']")).isFocused();
    keys.press("Enter");
    page.waitForURL("**/visits/**");
  }

  private void backToTheCall() {
    assertThat(page.locator("#calls-strip")).containsText("To the call");
    keys.press("F2");
    page.waitForURL(A_CALL);
    assertThat(page.locator(".call-say").last()).containsText("Read back");
  }

  private void writtenUp(String what, int max) {
    keys.press("w");
    saved(what, max);
  }

  private void saved(String what, int max) {
    assertThat(page.locator("#written")).hasText("Written up");
    assertThat(page.getByText("Go on")).isFocused();
    System.out.printf("Keys, from the call shown to wrap-up saved: %s %d%n", what, keys.count());
    org.assertj.core.api.Assertions.assertThat(keys.count()).isLessThanOrEqualTo(max);
    Screens.capture(page, "call-written-up");
    keys.press("Enter");
    page.waitForURL(CALLS);
    assertThat(page.locator("#written-lines")).isVisible();
    Screens.capture(page, "calls-written");
  }
}
