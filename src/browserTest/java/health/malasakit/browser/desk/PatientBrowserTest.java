package health.malasakit.browser.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.access.records.RecordMark;
import health.malasakit.access.records.RestrictedRecords;
import health.malasakit.browser.Accessible;
import health.malasakit.browser.Keys;
import health.malasakit.browser.Screens;
import health.malasakit.directory.ClinicProfiles;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.messaging.Channel;
import health.malasakit.messaging.ConsentAnswer;
import health.malasakit.messaging.ConsentBasis;
import health.malasakit.messaging.Consents;
import health.malasakit.messaging.NewConsent;
import health.malasakit.messaging.Purpose;
import health.malasakit.patients.Lives;
import health.malasakit.patients.Patients;
import health.malasakit.patients.speaking.Basis;
import health.malasakit.patients.speaking.NewRepresentative;
import health.malasakit.patients.speaking.Representatives;
import health.malasakit.patients.speaking.Speaking;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@Tag("browser")
@MalasakitTest
class PatientBrowserTest {

  private final World world;
  private final DeskWorld desk;
  private final Representatives representatives;
  private final Consents consents;
  private final Lives lives;
  private final RestrictedRecords restricted;
  private Optional<BrowserContext> browser = Optional.empty();

  PatientBrowserTest(
      World world,
      ClinicProfiles profiles,
      Patients patients,
      Representatives representatives,
      Consents consents,
      Lives lives,
      RestrictedRecords restricted,
      @LocalServerPort int port) {
    this.world = world;
    this.desk = new DeskWorld(world, profiles, patients, port);
    this.representatives = representatives;
    this.consents = consents;
    this.lives = lives;
    this.restricted = restricted;
  }

  @AfterEach
  void leave() {
    browser.ifPresent(BrowserContext::close);
  }

  @Test
  void coverage_and_a_promise_are_written_down_by_keyboard_alone() {
    var clinic = desk.clinic("Harbor Family Clinic");
    var luz = world.person(Role.SUPERVISOR, clinic);
    var ana = desk.ana(luz, clinic);
    speaks(luz, clinic, ana);
    var page = open(luz, clinic, ana);
    assertThat(page.locator("h1")).hasText("Ana Reyes");
    assertThat(page.getByText("Luis Reyes, brother")).isVisible();
    var keys = new Keys(page);

    keys.press("c");
    page.waitForURL("**/coverage/new");
    assertThat(page.getByText("Blue something, from her job")).isVisible();
    Screens.capture(page, "coverage-new");
    Accessible.fits(page);
    Accessible.check(page);
    page.locator("#payer").focus();
    keys.press("Enter");
    assertThat(page.locator("#errors-title")).isVisible();
    page.locator("#payer").focus();
    keys.type("Bluewater Health").press("Tab").press("Tab").press("Tab");
    keys.type("PPO Gold").press("Tab").type("BWH 2204 771").press("Enter");
    page.waitForURL("**/patients/" + clinic.slug() + "/" + ana);
    assertThat(page.locator(".stack-close a:has-text('Bluewater Health')")).isVisible();
    assertThat(page.getByText("Said by caller, not checked").first()).isVisible();

    keys.press("p");
    page.waitForURL("**/promises/new");
    keys.type("We call her on Friday").press("Tab").press("Tab").type("in two weeks");
    keys.press("Enter");
    page.waitForURL("**/patients/" + clinic.slug() + "/" + ana);
    assertThat(page.locator(".journey")).containsText("We call her on Friday");
    page.getByText("Everything on file").click();
    assertThat(page.getByText("Mobile phone")).isVisible();
    Screens.capture(page, "patient");
    Accessible.fits(page);
    Accessible.check(page);
  }

  @Test
  void a_phone_shows_four_ways_and_the_others_behind_more() {
    var clinic = desk.clinic("Harbor Family Clinic");
    var luz = world.person(Role.SUPERVISOR, clinic);
    var page = open(luz, clinic, desk.ana(luz, clinic));
    var more = page.locator(".rail-more");
    assertThat(more).isHidden();
    assertThat(page.locator("#rail-rest a").last()).isVisible();

    page.setViewportSize(390, 844);
    assertThat(page.locator(".rail > ul:first-of-type a")).hasCount(4);
    assertThat(page.locator("#rail-rest a").last()).isHidden();
    more.focus();
    var keys = new Keys(page);
    keys.press("Enter");
    assertThat(page.locator("#rail-rest a").last()).isVisible();
    Screens.capture(page, "rail-more");
    Accessible.fits(page);
    more.focus();
    keys.press("Escape");
    assertThat(page.locator("#rail-rest a").last()).isHidden();
    assertThat(more).isFocused();
    keys.press("Enter").press("Tab").press("Enter");
    assertThat(page.locator(".rail-more.rail-within")).isVisible();
    assertThat(more).hasAttribute("aria-current", "true");
    page.goBack();
    var hidden = page.locator("#rail-rest [data-key]").last();
    keys.press("g").press(hidden.getAttribute("data-key").substring(2));
    page.waitForURL("**" + hidden.getAttribute("href"));
  }

  @Test
  void somebody_who_was_slower_sees_the_difference_and_loses_nothing() {
    var clinic = desk.clinic("Harbor Family Clinic");
    var luz = world.person(Role.INSURANCE, clinic);
    var ana = desk.ana(luz, clinic);
    var page = open(luz, clinic, ana);
    new Keys(page).press("c");
    page.locator("#payer").fill("Bluewater Health");
    new Keys(page).press("Enter");
    page.locator(".stack-close a:has-text('Bluewater Health')").click();
    var second = browser.orElseThrow().newPage();
    second.navigate(page.url());
    page.locator("#plan").fill("PPO Gold");
    new Keys(page).press("Enter");
    page.waitForURL("**/" + ana);

    second.locator("#plan").fill("PPO Silver");
    new Keys(second).press("Enter");

    assertThat(second.locator("#changed")).isVisible();
    assertThat(second.locator(".errors")).containsText("PPO Gold");
    assertThat(second.locator("#plan")).hasValue("PPO Silver");
    Screens.capture(second, "coverage-changed");
    Accessible.check(second);
  }

  @Test
  void who_has_died_is_spoken_of_kindly_and_not_booked() {
    var clinic = desk.clinic("Harbor Family Clinic");
    var luz = world.person(Role.SUPERVISOR, clinic);
    var ana = desk.ana(luz, clinic);
    Scopes.run(
        world.scopeOf(luz),
        () -> lives.reportDeceased(clinic.id(), ana, "her daughter, by phone", Optional.empty()));

    var page = open(luz, clinic, ana);

    assertThat(page.getByText("sorry for your loss")).isVisible();
    assertThat(page.locator("[data-key=b]")).hasCount(0);
    Screens.capture(page, "patient-died");
    Accessible.check(page);
  }

  @Test
  void a_restricted_record_opens_for_a_reason() {
    var clinic = desk.clinic("Harbor Family Clinic");
    var luz = world.person(Role.SUPERVISOR, clinic);
    var officer = world.person(Role.PRIVACY_OFFICER, clinic);
    var ana = desk.ana(luz, clinic);
    Scopes.run(world.scopeOf(officer), () -> restricted.mark(clinic.id(), ana, RecordMark.VIP));

    var page = open(luz, clinic, ana);
    assertThat(page.locator("h1")).hasText("Restricted record");
    assertThat(page.getByText("Ana Reyes")).hasCount(0);
    Screens.capture(page, "patient-closed");
    Accessible.check(page);
    page.locator("#reason").fill("She is on the line and asks for her visit");
    new Keys(page).press("Enter");

    assertThat(page.locator("h1")).hasText("Ana Reyes");
  }

  private void speaks(SignedIn person, Organization clinic, PatientId patient) {
    Scopes.run(
        world.scopeOf(person),
        () -> {
          representatives.add(
              clinic.id(),
              patient,
              new NewRepresentative(
                  "Luis Reyes",
                  "brother",
                  Basis.PATIENTS_WORD,
                  Set.of(Speaking.BOOK),
                  "",
                  "",
                  Optional.empty(),
                  Optional.empty()));
          consents.record(
              clinic.id(),
              patient,
              new NewConsent(
                  Channel.TEXT,
                  "",
                  Purpose.CARE,
                  ConsentAnswer.GIVEN,
                  ConsentBasis.SPOKEN,
                  "May we text you about visits?",
                  "",
                  LocalDate.of(2026, 11, 20)));
        });
  }

  private Page open(SignedIn person, Organization clinic, PatientId patient) {
    browser = Optional.of(desk.browserOf(person));
    var page = browser.get().newPage();
    page.navigate("/patients/" + clinic.slug() + "/" + patient);
    return page;
  }
}
