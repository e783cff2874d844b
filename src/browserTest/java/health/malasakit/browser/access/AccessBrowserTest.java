package health.malasakit.browser.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Accounts;
import health.malasakit.access.FactorResets;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.access.records.BreakGlass;
import health.malasakit.audit.Audit;
import health.malasakit.browser.Accessible;
import health.malasakit.browser.Browser;
import health.malasakit.browser.Keys;
import health.malasakit.browser.Screens;
import health.malasakit.browser.SecurityKey;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("browser")
@MalasakitTest
class AccessBrowserTest {

  private final World world;
  private final Accounts accounts;
  private final BreakGlass glass;
  private final FactorResets resets;
  private final Audit audit;
  private final TransactionTemplate transactions;
  private final JdbcClient jdbc;
  private final int port;
  private BrowserContext person;
  private Page page;

  AccessBrowserTest(
      World world,
      Accounts accounts,
      BreakGlass glass,
      FactorResets resets,
      Audit audit,
      TransactionTemplate transactions,
      JdbcClient jdbc,
      @LocalServerPort int port) {
    this.world = world;
    this.accounts = accounts;
    this.glass = glass;
    this.resets = resets;
    this.audit = audit;
    this.transactions = transactions;
    this.jdbc = jdbc;
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
  void she_makes_a_passkey_the_first_time_and_comes_in_with_it_the_next() {
    SecurityKey.in(page);
    var luz = world.person(Role.SCHEDULER, world.clinic("Lakeside Family Medicine"));
    page.navigate("/sign-in");
    seen("sign-in");
    typePassword(luz);
    seen("enrol");
    page.getByLabel("What you call it").fill("blue key");
    page.getByText("Make a passkey").click();
    page.getByText("I have kept them").waitFor();
    seen("recovery-codes");
    page.getByText("I have kept them").click();
    seen("place");
    new Keys(page).press("Enter");
    page.waitForURL("**/");

    person.clearCookies();
    page.navigate("/sign-in");
    typePassword(luz);
    seen("factor");
    new Keys(page).press("Enter");
    page.getByText("Where do you work from now?").waitFor();
    PlaywrightAssertions.assertThat(page.locator("button[autofocus]")).isFocused();
    new Keys(page).press("Enter");
    page.waitForURL("http://localhost:" + port + "/");

    page.evaluate(
        "fetch('/lock', {method: 'POST', headers: {'X-Passive': 'true', [document.querySelector('meta[name=csrf]').dataset.header]: document.querySelector('meta[name=csrf]').content}})");
    page.reload();
    page.getByText("Locked for").waitFor();
    seen("locked");
    page.getByText("Use my passkey").click();
    PlaywrightAssertions.assertThat(page.locator("#finder")).isVisible();
  }

  @Test
  void a_page_that_answered_a_form_gives_way_to_the_sign_in_when_her_session_ends() {
    var luz = world.person(Role.SCHEDULER, world.clinic("Lakeside Family Medicine"));
    in(luz);
    page.navigate("/you");
    PlaywrightAssertions.assertThat(page.locator("#line-state")).hasText("Live");
    page.getByLabel("Family name").fill("Ramos");
    page.getByLabel("Phone").fill("12");
    page.getByLabel("Phone").press("Enter");
    PlaywrightAssertions.assertThat(page.locator("[name='phone'][aria-invalid]")).isVisible();
    PlaywrightAssertions.assertThat(page.locator("#line-state")).hasText("Live");

    accounts.signOutEverywhere(luz.account());

    page.waitForURL("**/sign-in?said=out");
    PlaywrightAssertions.assertThat(page.locator("body")).containsText("You are signed out.");
  }

  @Test
  void the_people_of_a_clinic() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var administrator = world.person(Role.ADMINISTRATOR, clinic);
    var supervisor = world.person(Role.SUPERVISOR, clinic);
    var scheduler = world.person(Role.SCHEDULER, clinic);
    var ofTwo = world.person(Role.SCHEDULER, clinic, world.clinic("Harbor Pediatrics"));
    Scopes.run(world.scopeOf(supervisor), () -> resets.ask(clinic.id(), scheduler.account()));
    in(administrator);
    page.navigate("/people");
    seen("people");
    page.navigate("/people/" + clinic.slug() + "/new");
    seen("invite");
    page.navigate("/people/" + clinic.slug() + "/" + scheduler.account());
    seen("person");
    page.navigate("/people/" + clinic.slug() + "/" + ofTwo.account());
    page.getByText("Save the countries").click();
    PlaywrightAssertions.assertThat(page.locator("#more")).hasCount(0);
    seen("person-of-two");
    page.navigate("/you");
    seen("you");
  }

  @Test
  void the_privacy_officer_reads_what_needs_a_question() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var nurse = world.person(Role.NURSE, clinic);
    var patient = PatientId.next();
    Scopes.run(
        world.scopeOf(nurse),
        () -> {
          glass.open(clinic.id(), patient, "She is on the phone about her visit tomorrow.");
          transactions.executeWithoutResult(status -> audit.opened(clinic.id(), patient));
        });
    overdue(clinic);
    in(world.person(Role.PRIVACY_OFFICER, clinic));
    page.navigate("/");
    PlaywrightAssertions.assertThat(page.locator("body")).containsText("2 wait; the first is due");
    PlaywrightAssertions.assertThat(page.locator("body")).containsText("1 overdue");
    seen("home-officer");
    page.navigate("/audit");
    PlaywrightAssertions.assertThat(page.locator(".glass .tag")).hasText("Overdue");
    seen("audit-overdue");
    page.getByLabel("Write what you found").first().fill("No call or visit of hers that week.");
    page.getByText("Not justified").first().click();
    PlaywrightAssertions.assertThat(page.locator(".glass .tag")).hasCount(0);
    PlaywrightAssertions.assertThat(page.locator("body"))
        .containsText("Not justified No call or visit of hers that week.");
    PlaywrightAssertions.assertThat(page.locator("div.stack:has(> h2#no_reason)"))
        .containsText("opened the patient's record");
    seen("audit");
    page.navigate("/audit/" + clinic.slug() + "/patients/" + patient);
    seen("audit-patient");
    page.navigate("/audit/" + clinic.slug() + "/lines");
    assertThat(page.content()).contains("read the audit");
    seen("audit-day");
    page.navigate("/audit/" + clinic.slug() + "/restricted");
    seen("audit-restricted");
  }

  /** Another record, opened with a reason ten days ago and never reviewed. */
  private void overdue(Organization clinic) {
    Scopes.run(
        world.scopeOf(world.person(Role.NURSE, clinic)),
        () -> {
          glass.open(clinic.id(), PatientId.next(), "Her husband asked me to look it up.");
          transactions.executeWithoutResult(status ->
              jdbc.sql(
                      """
                      update access.break_glass
                         set opened_at = opened_at - interval '10 days',
                             closes_at = closes_at - interval '10 days'
                       where organization_id = :organization and reason like 'Her husband%'
                      """)
                  .param("organization", clinic.id().value())
                  .update());
        });
  }

  private void seen(String name) {
    Accessible.check(page);
    Accessible.fits(page);
    Screens.capture(page, name);
  }

  private void typePassword(SignedIn who) {
    page.getByLabel("E-mail").fill(accounts.find(who.account()).orElseThrow().email());
    page.getByLabel("Password").fill(World.PASSWORD);
    new Keys(page).press("Enter");
    page.waitForURL("**/sign-in/**");
  }

  private void in(SignedIn who) {
    var parts = world.cookieOf(who).split("=", 2);
    person.addCookies(
        java.util.List.of(
            new com.microsoft.playwright.options.Cookie(parts[0], parts[1])
                .setUrl("http://localhost:" + port)));
  }
}
