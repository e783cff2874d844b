package health.malasakit.browser.scheduling;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import health.malasakit.MalasakitTest;
import health.malasakit.TestDatabase;
import health.malasakit.browser.Browser;
import health.malasakit.browser.Keys;
import health.malasakit.kernel.PatientId;
import health.malasakit.postgres.DatabaseAddress;
import health.malasakit.scheduling.HoldId;
import health.malasakit.scheduling.Holds;
import health.malasakit.scheduling.Practice;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A held time lives as long as the page on which it is booked. */
@Tag("browser")
@MalasakitTest
class HeldTimeBrowserTest {

  private static final String RENEWED = "**/renewal";
  private static final double ENDS_WITHIN_MILLIS = 30_000;

  private final ApplicationContext beans;
  private final DatabaseAddress database;
  private final String address;
  private Practice practice;
  private PatientId ana;
  private LocalDate tuesday;
  private BrowserContext browser;

  HeldTimeBrowserTest(
      ApplicationContext beans, DatabaseAddress database, @LocalServerPort int port) {
    this.beans = beans;
    this.database = database;
    this.address = "http://localhost:" + port;
  }

  @BeforeEach
  void aClinic() {
    practice = Practice.in(beans, "America/New_York");
    practice.seesPatientsAlways(practice.practitioner("Reyes"), practice.type("Follow-up", 30));
    ana = practice.patient("Ana", "Cruz");
    tuesday = practice.next(DayOfWeek.TUESDAY);
    browser = Browser.of(address, practice.cookie());
  }

  @AfterEach
  void leave() {
    browser.close();
  }

  @Test
  void a_page_that_is_read_again_keeps_its_time_and_a_page_that_is_left_gives_it_back() {
    var day = browser.newPage();
    day.navigate("/days/" + practice.site().id() + "/" + tuesday);
    assertThat(day.locator("#line-state")).containsText("Live");
    var page = held();
    assertThat(day.locator(".held")).isVisible();

    page.waitForResponse(RENEWED, page::reload);
    assertThat(page.locator("#hold")).isVisible();
    assertThat(until(page)).isAfter(Instant.now().plus(Duration.ofMinutes(4)));

    page.navigate("/to-move");
    assertThat(day.locator(".held"))
        .hasCount(0, new HasCountOptions().setTimeout(ENDS_WITHIN_MILLIS));
  }

  @Test
  void a_page_that_stays_open_renews_its_time_every_minute_for_twenty_minutes()
      throws SQLException {
    var page = browser.newPage();
    page.clock().install();
    hold(page);
    heldSince(page, Duration.ofMinutes(3));

    var renewed = page.waitForResponse(RENEWED, () -> page.clock().fastForward("01:01"));
    assertThat(Instant.parse(renewed.text())).isAfter(Instant.now().plus(Duration.ofMinutes(4)));

    heldSince(page, Duration.ofMinutes(19));
    var last = page.waitForResponse(RENEWED, () -> page.clock().fastForward("01:01"));
    assertThat(Instant.parse(last.text()))
        .isBefore(Instant.now().plus(Duration.ofSeconds(61)))
        .isEqualTo(until(page));
  }

  private Page held() {
    var page = browser.newPage();
    hold(page);
    return page;
  }

  private void hold(Page page) {
    page.navigate("/openings?patient=" + ana + "&from=" + tuesday);
    page.waitForResponse(
        RENEWED,
        () -> {
          new Keys(page).press("1");
          page.waitForURL("**/booking/**");
        });
  }

  private Instant until(Page page) {
    var id = id(page);
    return practice.ask(() -> beans.getBean(Holds.class).get(id)).until();
  }

  private static HoldId id(Page page) {
    return HoldId.of(page.url().substring(page.url().lastIndexOf('/') + 1));
  }

  /** As if the page had been open all that time. */
  private void heldSince(Page page, Duration ago) throws SQLException {
    try (var connection = TestDatabase.superuser(database);
        var statement =
            connection.prepareStatement(
                "update scheduling.hold set held_at = now() - make_interval(secs => ?) where id = ?")) {
      statement.setDouble(1, ago.toSeconds());
      statement.setObject(2, id(page).value());
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }
}
