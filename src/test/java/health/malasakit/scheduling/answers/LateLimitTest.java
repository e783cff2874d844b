package health.malasakit.scheduling.answers;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.scheduling.Practice;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A clinic says until how long before a visit its patient can cancel it by text. */
@MalasakitTest
class LateLimitTest {

  private final ApplicationContext beans;
  private final World world;
  private final LateLimits limits;
  private final int port;
  private Practice practice;
  private Client luz;
  private String page;

  LateLimitTest(
      ApplicationContext beans, World world, LateLimits limits, @LocalServerPort int port) {
    this.beans = beans;
    this.world = world;
    this.limits = limits;
    this.port = port;
  }

  @BeforeEach
  void aClinic() {
    practice = Practice.in(beans, "America/New_York");
    luz = Client.on(port).as(practice.cookie());
    page = "/clinics/" + practice.clinic().slug() + "/answers";
  }

  @Test
  void while_the_clinic_says_nothing_it_is_a_day_and_the_page_says_so() {
    assertThat(luz.get(page).body())
        .contains("Nobody has set it yet", "Until somebody does, it is 24 hours", "value=\"24\"");
    assertThat(luz.get("/clinics/" + practice.clinic().slug() + "/reminders").body())
        .contains(page);
  }

  @Test
  void what_was_set_stands_with_who_and_when_and_counts() {
    assertThat(luz.post(page, Map.of("hours", "48")).status()).isEqualTo(302);
    luz.post(page, Map.of("hours", " 0 "));

    assertThat(practice.ask(() -> limits.hours(practice.organization()))).isZero();
    assertThat(luz.get(page).body())
        .contains("48 hours", "Until the visit begins", "Luz Ramos", "value=\"0\"")
        .doesNotContain("Nobody has set it yet");
  }

  @Test
  void what_is_no_whole_number_of_a_week_is_said_beside_the_field() {
    for (var wrong : new String[] {"", "-1", "1.5", "169", "a day", "99999999999"}) {
      var answer = luz.post(page, Map.of("hours", wrong));
      assertThat(answer.status()).as(wrong).isEqualTo(422);
      assertThat(answer.body()).as(wrong).contains("Say a number of hours, from 0 to 168.");
    }
    assertThat(luz.post(page, Map.of("hours", "168")).status()).isEqualTo(302);
    assertThat(practice.ask(() -> limits.hours(practice.organization()))).isEqualTo(168);
  }

  @Test
  void only_who_manages_the_clinic_sets_it() {
    var scheduler = Client.on(port).as(world.cookieOf(practice.colleague(Role.SCHEDULER)));
    var stranger =
        Client.on(port).as(world.cookieOf(world.person(Role.SUPERVISOR, world.clinic("Lakeside"))));

    assertThat(scheduler.get(page).status()).isEqualTo(403);
    assertThat(scheduler.post(page, Map.of("hours", "1")).status()).isEqualTo(403);
    assertThat(stranger.get(page).status()).isEqualTo(404);
    assertThat(stranger.post(page, Map.of("hours", "1")).status()).isEqualTo(404);
    assertThat(practice.ask(() -> limits.hours(practice.organization()))).isEqualTo(24);
  }
}
