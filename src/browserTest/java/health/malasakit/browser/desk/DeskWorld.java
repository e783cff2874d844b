package health.malasakit.browser.desk;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.SignedIn;
import health.malasakit.browser.Browser;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.ClinicProfiles;
import health.malasakit.directory.Span;
import health.malasakit.directory.WeekHours;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.PatientAddress;
import health.malasakit.patients.person.PatientLanguage;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PatientPhone;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.patients.person.Sex;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A clinic with hours, a patient with facts, and a browser in which somebody is signed in. */
final class DeskWorld {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private final World world;
  private final ClinicProfiles profiles;
  private final Patients patients;
  private final int port;

  DeskWorld(World world, ClinicProfiles profiles, Patients patients, int port) {
    this.world = world;
    this.profiles = profiles;
    this.patients = patients;
    this.port = port;
  }

  Organization clinic(String name) {
    var clinic = world.clinic(name);
    Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      week.put(day, List.of(new Span(LocalTime.of(8, 0), LocalTime.of(17, 0))));
    }
    Scopes.run(
        Scope.job(clinic.id(), "test-world"),
        () -> {
          profiles.describe(clinic.id(), new Clinic.Profile("", "", Optional.of(NEW_YORK)), 0);
          profiles.keepHours(clinic.id(), new WeekHours(week), 0);
        });
    return clinic;
  }

  PatientId ana(SignedIn person, Organization clinic) {
    var facts =
        PersonFacts.named(PatientName.official("Ana", "Reyes"))
            .edit()
            .born(LocalDate.of(1985, 3, 12))
            .sex(Sex.FEMALE)
            .phones(List.of(new PatientPhone(ContactUse.MOBILE, Phone.of("(617) 555-0142"))))
            .addresses(
                List.of(
                    new PatientAddress(
                        ContactUse.HOME, "12 Oak St", "Oakland", "CA", "94607", "US")))
            .languages(List.of(PatientLanguage.preferred("fil")))
            .done();
    return Scopes.call(
        world.scopeOf(person),
        () ->
            patients.register(
                clinic.id(),
                new NewPatient(
                    facts, List.of(), "Blue something, from her job", Optional.empty(), "caller")));
  }

  BrowserContext browserOf(SignedIn person) {
    var browser = Browser.fresh("http://localhost:" + port);
    signIn(browser, person);
    return browser;
  }

  void signIn(BrowserContext browser, SignedIn person) {
    var cookie = world.cookieOf(person);
    browser.addCookies(
        List.of(
            new Cookie("malasakit", cookie.substring(cookie.indexOf('=') + 1))
                .setUrl("http://localhost:" + port)));
  }
}
