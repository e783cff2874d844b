package health.malasakit.browser.scheduling;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import health.malasakit.MalasakitTest;
import health.malasakit.access.Role;
import health.malasakit.browser.Accessible;
import health.malasakit.browser.Browser;
import health.malasakit.browser.Keys;
import health.malasakit.browser.Screens;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.PatientId;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.scheduling.Bookings;
import health.malasakit.scheduling.Holds;
import health.malasakit.scheduling.Practice;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A day of many columns, short visits and long names, and what a live change does to it. */
@Tag("browser")
@MalasakitTest
class CrowdedDayBrowserTest {

  private static final List<String> NAMES =
      List.of(
          "Maria Concepcion Evangelina dela Cruz-Villanueva Macapagal-Reyes",
          "عبد الرحمن بن عبد العزيز آل سعود",
          "欧阳娜娜",
          "Ñ",
          "Hans-Peter Freiherr von und zu Hohenstein-Waldburg-Zeil");

  /** Cards whose time, name or state stands outside of them or has no room at all. */
  private static final String CLIPPED =
      """
      () => [...document.querySelectorAll(".visit")].flatMap((card) => {
        const box = card.getBoundingClientRect();
        return [...card.querySelectorAll(".visit-time, .visit-name, .visit-state, .visit-alike")].filter((part) => {
          const at = part.getBoundingClientRect();
          return at.width < 10 || at.top < box.top - 1 || at.bottom > box.bottom + 1 || at.right > box.right + 1;
        }).map((part) => card.textContent.trim() + " cuts " + part.className);
      })
      """;

  private final ApplicationContext beans;
  private final String address;
  private Practice practice;
  private VisitTypeId draw;
  private LocalDateTime nine;
  private BrowserContext browser;

  CrowdedDayBrowserTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.address = "http://localhost:" + port;
  }

  @BeforeEach
  void aClinic() {
    practice = Practice.in(beans, "America/New_York");
    draw = practice.type("Lab draw", 10);
    nine = practice.next(DayOfWeek.TUESDAY).atTime(9, 0);
    browser = Browser.of(address, practice.cookie());
  }

  @AfterEach
  void leave() {
    browser.close();
  }

  @Test
  void ten_columns_of_short_visits_and_long_names_keep_time_name_and_state() {
    var people = NAMES.stream().map(name -> practice.patient(name, "Ko")).toList();
    var bookings = beans.getBean(Bookings.class);
    for (int column = 0; column < 10; column++) {
      var one = sees("Abernathy-Featherstonehaugh " + column);
      for (int i = 0; i < people.size() && column < 8; i++) {
        var start = nine.plusMinutes(10L * (i + 5 * column));
        var wanted = practice.wanted(people.get(i), one, draw, start);
        practice.ask(() -> bookings.bookNow(wanted));
      }
    }
    var page = day();
    assertThat(page.locator(".visit")).hasCount(40);
    assertThat(page.locator(".day-column")).hasCount(10);
    assertThat(page.evaluate(CLIPPED)).isEqualTo(List.of());
    Accessible.check(page);
    Accessible.fits(page);
    Screens.capture(page, "day-crowded");
  }

  @Test
  void on_paper_whoever_looks_like_another_keeps_her_name_and_every_sign() {
    lookAlikes(5);
    var page = onPaper();

    assertThat(page.locator(".visit-alike")).hasCount(5);
    assertThat(page.evaluate(CLIPPED)).isEqualTo(List.of());
    var narrowest =
        "Math.min(...[...document.querySelectorAll('.visit-name')].map((n) => n.clientWidth))";
    assertThat((Integer) page.evaluate(narrowest)).isGreaterThan(60);
  }

  @Test
  void on_paper_with_room_the_birth_date_of_a_look_alike_stands_in_words() {
    lookAlikes(1);
    var page = onPaper();

    assertThat(page.locator(".visit-alike .visit-word")).hasCount(5);
    var narrowest =
        "Math.min(...[...document.querySelectorAll('.visit-alike .visit-word')]"
            + ".map((n) => n.getBoundingClientRect().width))";
    assertThat(((Number) page.evaluate(narrowest)).intValue()).isGreaterThan(30);
    assertThat(page.evaluate(CLIPPED)).isEqualTo(List.of());
  }

  /** Women of one name, and a visit of a quarter of an hour of each so many practitioners. */
  private void lookAlikes(int columns) {
    var exam = practice.type("Exam", 15);
    var bookings = beans.getBean(Bookings.class);
    var people = new ArrayList<PractitionerId>();
    for (int column = 0; column < columns; column++) {
      var one = practice.practitioner("Abernathy " + column);
      practice.session(one, DayOfWeek.TUESDAY, LocalTime.of(8, 0), LocalTime.of(17, 0), exam);
      people.add(one);
    }
    for (int i = 0; i < 5; i++) {
      var wanted =
          practice.wanted(
              ana(LocalDate.of(1984, 3, 10 + i)),
              people.get(i % columns),
              exam,
              nine.plusMinutes(20L * i));
      practice.ask(() -> bookings.bookNow(wanted));
    }
  }

  private Page onPaper() {
    var page = day();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    page.setViewportSize(720, 900);
    return page;
  }

  private PatientId ana(LocalDate born) {
    var facts =
        PersonFacts.named(PatientName.official("Ana Maria", "Reyes")).edit().born(born).done();
    var patients = beans.getBean(Patients.class);
    return practice.ask(
        () -> patients.register(practice.organization(), NewPatient.saidByCaller(facts)));
  }

  @Test
  void a_change_elsewhere_moves_nothing_while_the_pointer_is_in_the_column() {
    var reyes = sees("Reyes");
    sees("Santos");
    var page = day();
    assertThat(page.locator("#line-state")).hasText("Live");
    var other = page.locator(".day-column").nth(1);
    page.locator(".day-column").first().locator(".open-time").first().hover();
    var before = other.boundingBox();

    var ana = practice.patient("Ana", "Cruz");
    var holds = beans.getBean(Holds.class);
    var colleague = practice.colleague(Role.SCHEDULER);
    practice.as(colleague, () -> holds.hold(practice.wanted(ana, reyes, draw, nine)));

    assertThat(page.locator(".day-who .new-show")).isVisible();
    assertThat(page.locator(".held")).hasCount(0);
    var after = other.boundingBox();
    assertThat(List.of(after.x, after.y, after.width))
        .isEqualTo(List.of(before.x, before.y, before.width));
    page.locator(".new-show").click();
    assertThat(page.locator(".held")).hasCount(1);
    assertThat(page.locator(".new-show")).hasCount(0);
  }

  @Test
  void the_day_is_one_stop_of_the_tab_key_and_pages_by_the_hour() {
    sees("Reyes");
    sees("Santos");
    var page = day();
    page.locator(".day-frame").focus();
    new Keys(page).press("ArrowDown");
    assertThat(page.locator("[data-column]").first().locator("a:focus")).containsText("08:00");
    new Keys(page).press("PageDown");
    new Keys(page).press("PageDown");
    assertThat(page.locator(":focus")).containsText("10:00");
    new Keys(page).press("ArrowRight");
    assertThat(page.locator("[data-column]").nth(1).locator("a:focus")).containsText("10:00");
    new Keys(page).press("PageUp");
    assertThat(page.locator(":focus")).containsText("09:00");
    new Keys(page).press("Tab");
    assertThat(page.locator(".day-frame :focus")).hasCount(0);
    new Keys(page).press("Shift+Tab");
    assertThat(page.locator(":focus")).containsText("09:00");
  }

  @Test
  void one_practitioner_has_a_column_and_not_the_whole_screen() {
    sees("Reyes");
    var page = day();
    assertThat(page.locator(".day-frame").boundingBox().width).isLessThanOrEqualTo(720);
    Screens.capture(page, "day-one");
    page.navigate("/days/" + practice.site().id() + "/" + nine.toLocalDate().plusDays(1));
    assertThat(page.getByText("Nobody sees patients here on this day")).isVisible();
    page.getByText("Open the schedule").click();
    page.waitForURL("**/schedules/" + practice.site().id());
  }

  private Page day() {
    var page = browser.newPage();
    page.navigate("/days/" + practice.site().id() + "/" + nine.toLocalDate());
    return page;
  }

  private PractitionerId sees(String family) {
    var one = practice.practitioner(family);
    practice.session(one, DayOfWeek.TUESDAY, LocalTime.of(8, 0), LocalTime.of(17, 0), draw);
    return one;
  }
}
