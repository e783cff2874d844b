package health.malasakit.browser.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.browser.Accessible;
import health.malasakit.browser.Browser;
import health.malasakit.browser.Keys;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.PatientId;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.patients.speaking.NewRepresentative;
import health.malasakit.patients.speaking.Representatives;
import health.malasakit.scheduling.Bookings;
import health.malasakit.scheduling.Practice;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Every page that links lead to, found by following them as three persons do. Nobody is shown a
 * link that is refused to her.
 */
@Tag("browser")
@MalasakitTest
class EveryPageBrowserTest {

  private final ApplicationContext beans;
  private final World world;
  private final String address;
  private final List<PathPattern> routes;
  private final Set<String> seen = new TreeSet<>();
  private final Set<String> refused = new TreeSet<>();
  private Practice practice;
  private PatientId ana;
  private final List<BrowserContext> browsers = new ArrayList<>();

  EveryPageBrowserTest(
      ApplicationContext beans,
      World world,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
      @LocalServerPort int port) {
    this.beans = beans;
    this.world = world;
    this.address = "http://localhost:" + port;
    this.routes =
        mapping.getHandlerMethods().keySet().stream()
            .filter(route -> route.getMethodsCondition().getMethods().contains(RequestMethod.GET))
            .flatMap(route -> route.getPathPatternsCondition().getPatterns().stream())
            .filter(pattern -> !pattern.getPatternString().endsWith(".csv"))
            .sorted()
            .toList();
  }

  @BeforeEach
  void aClinic() {
    practice = Practice.in(beans, "America/New_York");
    var reyes = practice.practitioner("Abernathy-Featherstonehaugh");
    VisitTypeId followUp = practice.type("Follow-up after a long absence", 30);
    practice.seesPatientsAlways(reyes, followUp);
    practice.room("Room 1");
    LocalDateTime nine = practice.next(DayOfWeek.TUESDAY).atTime(9, 0);
    ana = aChild(nine.toLocalDate().minusYears(9));
    var bookings = beans.getBean(Bookings.class);
    practice.ask(() -> bookings.bookNow(practice.wanted(ana, reyes, followUp, nine)));
  }

  /** A child, for whom somebody speaks. */
  private PatientId aChild(LocalDate born) {
    var name =
        PatientName.official("Maria Concepcion Evangelina", "dela Cruz-Villanueva Macapagal");
    var child = NewPatient.saidByCaller(PersonFacts.named(name).edit().born(born).done());
    var clinic = practice.organization();
    var patient = practice.ask(() -> beans.getBean(Patients.class).register(clinic, child));
    var mother =
        NewRepresentative.parent("Rosa Concepcion dela Cruz-Villanueva", "mother", "2125550199");
    practice.ask(() -> beans.getBean(Representatives.class).add(clinic, patient, mother));
    return patient;
  }

  @AfterEach
  void leave() {
    browsers.forEach(BrowserContext::close);
  }

  @Test
  void no_page_is_pushed_sideways_on_a_phone_or_zoomed_to_four_times() {
    var supervisor = as(Role.SUPERVISOR);
    var slug = practice.clinic().slug();
    prove(supervisor);
    follow(supervisor, "/", "/patients/" + slug + "/" + ana, "/days", "/to-move", "/tell/" + slug);
    find(supervisor);
    hold(supervisor);
    follow(as(Role.ADMINISTRATOR), "/", "/clinics/" + slug + "/numbers", "/people/" + slug);
    var audit = "/audit/" + slug;
    follow(as(Role.PRIVACY_OFFICER), audit, audit + "/lines", audit + "/patients/" + ana);

    assertThat(refused).as("links offered to whom they are refused").isEmpty();
    var missed = new TreeSet<String>();
    routes.forEach(route -> missed.add(route.getPatternString()));
    missed.removeAll(seen);
    missed.removeAll(PagesWithoutLink.ALL);
    assertThat(missed).as("no link leads there, or it belongs to the exceptions").isEmpty();
  }

  @Test
  void escape_leaves_the_field_of_the_search_and_then_the_keys_go_elsewhere() {
    var page = as(Role.SUPERVISOR);
    page.navigate("/");
    new Keys(page).press("g");
    new Keys(page).press("p");
    page.waitForURL("**/patients");
    assertThat(page.locator("#q")).isFocused();
    new Keys(page).type("g o");
    assertThat(page.locator("#q")).hasValue("g o");

    new Keys(page).press("Escape");
    assertThat(page.locator("#q")).hasValue("g o");
    new Keys(page).press("g");
    new Keys(page).press("o");
    page.waitForURL("**/openings");
  }

  /** Each route once for each person; how a page fits is looked at once. */
  private void follow(Page page, String... begin) {
    var queue = new ArrayDeque<Link>();
    List.of(begin).forEach(path -> queue.add(new Link(path, "the beginning")));
    var asked = new TreeSet<String>();
    while (!queue.isEmpty()) {
      var link = queue.poll();
      var route = routeOf(link.to());
      if (route.isEmpty() || !asked.add(route)) {
        continue;
      }
      var answer = page.navigate(link.to());
      if (answer.status() >= 400) {
        refused.add("%s: %s on %s".formatted(answer.status(), link.to(), link.on()));
        continue;
      }
      boolean first = seen.add(route);
      seen.add(routeOf(page.url().substring(address.length())));
      if (first) {
        Accessible.fits(page);
      }
      links(page).forEach(to -> queue.add(new Link(to, link.to())));
    }
  }

  /** Where a link leads, and the page it is on. */
  private record Link(String to, String on) {}

  /** Shows who she is once more, as the page of her keys asks. */
  private static void prove(Page page) {
    page.navigate("/you/keys");
    Accessible.fits(page);
    page.locator("#current").fill(World.PASSWORD);
    page.locator("#current").press("Enter");
    assertThat(page.locator("a[href='/you/keys/app']")).isVisible();
  }

  private static List<String> links(Page page) {
    var all =
        page.locator("a[href^='/']")
            .evaluateAll("links => links.map(link => link.getAttribute('href'))");
    return ((List<?>) all).stream().map(Object::toString).toList();
  }

  private String routeOf(String address) {
    var path = PathContainer.parsePath(address.replaceFirst("[?#].*", ""));
    return routes.stream()
        .filter(route -> route.matches(path))
        .map(PathPattern::getPatternString)
        .findFirst()
        .orElse("");
  }

  private static void find(Page page) {
    page.navigate("/patients");
    new Keys(page).type("dela cruz maria");
    new Keys(page).press("Enter");
    page.waitForURL("**/searches/**");
    Accessible.fits(page);
  }

  private void hold(Page page) {
    page.navigate("/openings?patient=" + ana);
    new Keys(page).press("1");
    page.waitForURL("**/booking/**");
    Accessible.fits(page);
  }

  private Page as(Role role) {
    var browser = Browser.of(address, world.cookieOf(practice.colleague(role)));
    browsers.add(browser);
    return browser.newPage();
  }
}
