package health.malasakit.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.directory.Notice;
import health.malasakit.directory.Notices;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.PatientId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Openings are said aloud: nobody wants to hear the same hour twice; nor what is over. */
@MalasakitTest
class TimesSaidOnceTest {

  private static final Pattern SAID = Pattern.compile("data-key-label=\"[^\"]* at ([^\"]*)\"");

  private final ApplicationContext beans;
  private final int port;
  private Practice practice;
  private Client client;
  private PractitionerId reyes;
  private PatientId ana;
  private LocalDate tuesday;

  TimesSaidOnceTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void threePractitionersAtTheSameHours() {
    practice = Practice.in(beans, "America/New_York");
    client = Client.on(port).as(practice.cookie());
    VisitTypeId followUp = practice.type("Follow-up", 30);
    reyes = practice.practitioner("Reyes");
    for (var one : List.of(reyes, practice.practitioner("Santos"), practice.practitioner("Tan"))) {
      practice.session(one, DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.of(12, 0), followUp);
    }
    ana = practice.patient("Ana", "Cruz");
    tuesday = practice.next(DayOfWeek.TUESDAY);
  }

  @Test
  void three_practitioners_free_at_nine_are_one_nine_and_two_later_times() {
    assertThat(said())
        .containsExactly("9 in the morning", "9:30 in the morning", "10 in the morning");
  }

  @Test
  void what_the_usual_practitioner_has_comes_first_and_is_not_said_again() {
    practice.seenBefore(ana, reyes, tuesday.minusDays(30));

    assertThat(said())
        .containsExactly(
            "9 in the morning",
            "9:30 in the morning",
            "10 in the morning",
            "10:30 in the morning",
            "11 in the morning",
            "11:30 in the morning");
    var page = page();
    assertThat(page.indexOf("With Ana Reyes, MD, who usually sees this patient"))
        .isPositive()
        .isLessThan(page.indexOf("Other times, with anyone"));
  }

  @Test
  void a_notice_that_is_over_does_not_stand_on_the_day_any_more() {
    var notices = beans.getBean(Notices.class);
    var uy = practice.practitioner("Uy");
    var about = new Notice.About.OfPractitioner(uy);
    var now = Instant.now();
    practice.seesPatientsAlways(uy, practice.type("Lab draw", 10));
    var soon = now.plus(Duration.ofSeconds(2));
    var details = new Notice.Details(about, "Runs late today.", now.minusSeconds(60), soon, false);
    practice.ask(() -> notices.add(practice.organization(), details));
    var day = "/days/" + practice.site().id() + "/today";

    org.awaitility.Awaitility.await()
        .until(() -> !client.get(day).body().contains("Runs late today."));
    assertThat(Instant.now()).isAfter(soon);
  }

  private List<String> said() {
    return SAID.matcher(page()).results().map(match -> match.group(1)).toList();
  }

  private String page() {
    return client.get("/openings?patient=" + ana + "&from=" + tuesday).body();
  }
}
