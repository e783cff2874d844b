package health.malasakit.browser.scheduling;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.Media;
import health.malasakit.MalasakitTest;
import health.malasakit.browser.Accessible;
import health.malasakit.browser.Browser;
import health.malasakit.browser.Screens;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.ClinicProfiles;
import health.malasakit.directory.Notice;
import health.malasakit.directory.Notices;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.scheduling.Bookings;
import health.malasakit.scheduling.Practice;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The day on a screen and on paper. */
@Tag("browser")
@MalasakitTest
class DayBrowserTest {

  private static final String LONG_NOTICE =
      "Runs forty minutes late until three, and sees nobody with a fever before the room is aired.";

  /** Something on the page has more in it than it shows. */
  private static final String CUT_OFF =
      "[...document.querySelectorAll('.day-frame')].some(one => one.scrollHeight > one.clientHeight + 1)";

  private final ApplicationContext beans;
  private final String address;
  private Practice practice;
  private PractitionerId reyes;
  private VisitTypeId followUp;
  private BrowserContext browser;

  DayBrowserTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.address = "http://localhost:" + port;
  }

  private void clinicIn(String zone) {
    practice = Practice.in(beans, zone);
    reyes = practice.practitioner("Reyes");
    followUp = practice.type("Follow-up", 30);
    practice.seesPatientsAlways(reyes, followUp);
    browser = Browser.of(address, practice.cookie());
  }

  @AfterEach
  void leave() {
    browser.close();
  }

  @Test
  void today_begins_where_it_is_now() {
    clinicIn(whereItIsDay());
    var page = browser.newPage();
    page.navigate("/days/" + practice.site().id() + "/today");

    assertThat(page.locator(".day-hours [data-now-line]")).isVisible();
    assertThat((Number) page.evaluate("document.querySelector('.day-frame').scrollTop"))
        .satisfies(top -> assertThat(top.doubleValue()).isPositive());
    assertThat(
            page.evaluate(
                """
                () => {
                  const frame = document.querySelector(".day-frame").getBoundingClientRect();
                  const now = document.querySelector(".day-hours [data-now-line]").getBoundingClientRect();
                  return now.top > frame.top && now.top < frame.bottom;
                }
                """))
        .isEqualTo(true);
  }

  @Test
  void a_long_notice_and_many_places_are_shown_whole() {
    clinicIn("America/New_York");
    for (var name : List.of("Harbor", "Mesa Verde Pediatrics", "Three Lakes Orthopedics")) {
      practice.anotherSite(name, "America/New_York");
    }
    var nine = practice.next(DayOfWeek.TUESDAY).atTime(9, 0);
    notice(nine);
    var page = browser.newPage();
    page.navigate(dayOf(nine));

    assertThat(page.locator(".strip")).containsText("Ana Reyes, MD: " + LONG_NOTICE);
    assertThat(page.locator(".parts-nav a")).hasCount(4);
    assertThat(page.locator(".parts-nav [aria-current]")).hasText("Lakeside");
    Accessible.check(page);
    Accessible.fits(page);
    Screens.capture(page, "day-notice");
  }

  @Test
  void a_day_and_a_visit_are_printed_unless_the_clinic_says_no() {
    clinicIn("America/New_York");
    var nine = practice.next(DayOfWeek.TUESDAY).atTime(9, 0);
    var ana = practice.patient("Ana", "Cruz");
    var bookings = beans.getBean(Bookings.class);
    var visit = practice.ask(() -> bookings.bookNow(practice.wanted(ana, reyes, followUp, nine)));
    var paths = List.of(dayOf(nine), "/visits/" + visit.id());

    for (var path : paths) {
      var page = printed(path);
      assertThat(page.locator("h1")).isVisible();
      assertThat(page.getByText("Ana Cruz").first()).isVisible();
      assertThat(page.locator(".printed")).containsText("Lakeside Family Medicine");
      assertThat(page.locator(".rail")).isHidden();
      assertThat(page.locator(".top")).isHidden();
      assertThat(page.evaluate(CUT_OFF)).isEqualTo(false);
      var kind = path.startsWith("/days") ? "day" : "visit";
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of("target", "screens", "print-" + kind + ".png")));
    }

    var profiles = beans.getBean(ClinicProfiles.class);
    var off = new Clinic.SwitchedOff("PH", Clinic.Export.PRINT);
    practice.run(() -> profiles.switchOff(practice.organization(), off));
    for (var path : paths) {
      var page = printed(path);
      assertThat(page.locator("h1")).isHidden();
      assertThat(page.getByText("Ana Cruz").first()).isHidden();
      assertThat(page.locator("[data-print]")).hasCount(0);
    }
  }

  private Page printed(String path) {
    var page = browser.newPage();
    page.navigate(path);
    page.emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
    return page;
  }

  private void notice(LocalDateTime nine) {
    var from = nine.atZone(practice.site().zone().orElseThrow()).toInstant();
    var about = new Notice.About.OfPractitioner(reyes);
    var until = from.plus(Duration.ofHours(6));
    var details = new Notice.Details(about, LONG_NOTICE, from, until, false);
    var notices = beans.getBean(Notices.class);
    practice.ask(() -> notices.add(practice.organization(), details));
  }

  private String dayOf(LocalDateTime start) {
    return "/days/" + practice.site().id() + "/" + start.toLocalDate();
  }

  /** A zone in which the day is well begun and not about to end: there is one at any hour. */
  private static String whereItIsDay() {
    var now = Instant.now();
    return Stream.of("America/Puerto_Rico", "Pacific/Honolulu", "Asia/Manila")
        .filter(zone -> {
          int hour = now.atZone(ZoneId.of(zone)).getHour();
          return hour >= 10 && hour < 22;
        })
        .findFirst()
        .orElseThrow();
  }
}
