package health.malasakit.browser.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static health.malasakit.patients.PatientSamples.ana;
import static health.malasakit.patients.PatientSamples.mobile;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.browser.Accessible;
import health.malasakit.browser.Browser;
import health.malasakit.browser.Screens;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.Identifier;
import health.malasakit.patients.ImportSource;
import health.malasakit.patients.IncomingPatient;
import health.malasakit.patients.IncomingPatients;
import health.malasakit.patients.Patients;
import health.malasakit.patients.Taken;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From home to the clinic's list to the patient, with what differs in sight. */
@Tag("browser")
@MalasakitTest
class TellBrowserTest {

  private final World world;
  private final Patients patients;
  private final IncomingPatients incoming;
  private final String address;

  TellBrowserTest(
      World world, Patients patients, IncomingPatients incoming, @LocalServerPort int port) {
    this.world = world;
    this.patients = patients;
    this.incoming = incoming;
    this.address = "http://localhost:" + port;
  }

  @Test
  void what_a_clinic_is_to_be_told_is_reached_from_home() {
    var clinic = world.clinic("Harbor Family Clinic");
    var luz = world.person(Role.SCHEDULER, clinic);
    Scopes.run(
        world.scopeOf(luz),
        () -> {
          var her = ((Taken.Created) take(clinic)).patient();
          var facts = ana().edit().phones(List.of(mobile("(212) 555-0177"))).done();
          patients.correct(clinic.id(), her, 1, facts);
          take(clinic);
        });
    try (var browser = Browser.of(address, world.cookieOf(luz))) {
      var page = browser.newPage();
      page.navigate("/");
      Accessible.check(page);
      Screens.capture(page, "home-to-tell");
      page.locator("[aria-labelledby=tell] a").click();
      page.waitForURL("**/tell/**");
      Accessible.check(page);
      Accessible.fits(page);
      Screens.capture(page, "tell");
      page.locator("a:has-text('Ana Reyes')").click();

      assertThat(page.locator("[aria-labelledby=differs]")).containsText("(212) 555-0123");
      Accessible.check(page);
      Accessible.fits(page);
      Screens.capture(page, "patient-differs");
    }
  }

  private Taken take(Organization clinic) {
    var key = new Identifier("Bay EHR", "ana", Identifier.Kind.SOURCE);
    return incoming.incoming(
        clinic.id(),
        new IncomingPatient(key, ana(), List.of(), false, Optional.empty()),
        new ImportSource("Bay EHR", Ids.next()));
  }
}
