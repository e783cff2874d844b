package health.malasakit.browser.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.browser.Keys;
import health.malasakit.browser.Screens;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.ClinicProfiles;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.Patients;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a clinic has switched off for a country does not reach the clipboard there. */
@Tag("browser")
@MalasakitTest
class CopyBrowserTest {

  private final World world;
  private final ClinicProfiles profiles;
  private final DeskWorld desk;
  private Optional<BrowserContext> browser = Optional.empty();

  CopyBrowserTest(
      World world, ClinicProfiles profiles, Patients patients, @LocalServerPort int port) {
    this.world = world;
    this.profiles = profiles;
    this.desk = new DeskWorld(world, profiles, patients, port);
  }

  @AfterEach
  void leave() {
    browser.ifPresent(BrowserContext::close);
  }

  @Test
  void copying_gives_nothing_and_says_why_where_it_is_off_and_works_where_it_is_on() {
    var clinic = desk.clinic("Harbor Family Clinic");
    var luz = world.person(Role.SCHEDULER, clinic);
    var ana = desk.ana(luz, clinic);
    var context = desk.browserOf(luz);
    browser = Optional.of(context);
    context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
    var page = context.newPage();
    page.navigate("/patients/" + clinic.slug() + "/" + ana);
    assertThat(copied(page)).contains("Ana Reyes");

    Scopes.run(
        Scope.job(clinic.id(), "test-world"),
        () -> profiles.switchOff(clinic.id(), new Clinic.SwitchedOff("PH", Clinic.Export.COPY)));
    page.reload();
    assertThat(copied(page)).isEqualTo("what was there before");
    copied(page);
    assertThat(page.locator(".toast")).hasCount(1);
    assertThat(page.locator(".toast"))
        .containsText("This clinic has switched copying off for the country you work from.");
    Screens.capture(page, "copy-off");

    page.locator("#finder").fill("what she types herself");
    new Keys(page).press("Control+a");
    new Keys(page).press("Control+c");
    assertThat(clipboard(page)).isEqualTo("what she types herself");
    // The focus stays in the field, the selection goes to the page.
    assertThat(copied(page)).isEqualTo("what was there before");
  }

  /** Marks the heading, presses the keys that copy, and gives what the clipboard then holds. */
  private static String copied(Page page) {
    page.evaluate(
        """
        async () => {
          await navigator.clipboard.writeText('what was there before');
          getSelection().selectAllChildren(document.querySelector('h1'));
        }
        """);
    new Keys(page).press("Control+c");
    return clipboard(page);
  }

  private static String clipboard(Page page) {
    return (String) page.evaluate("navigator.clipboard.readText()");
  }
}
