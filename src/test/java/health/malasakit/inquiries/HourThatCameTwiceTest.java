package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.ClinicProfiles;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Scopes;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What happened while the line was down, on the nights on which the clocks change. */
@MalasakitTest
class HourThatCameTwiceTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private final World world;
  private final ApplicationContext beans;
  private final int port;
  private Client client;

  HourThatCameTwiceTest(World world, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aClinicInNewYork() {
    var board = Switchboard.in(beans, port, "Harbor Family Clinic");
    var luz = board.seated(Role.SUPERVISOR, "204");
    client = Client.on(port).as(world.cookieOf(luz));
    var profile = new Clinic.Profile("Good day", "", Optional.of(NEW_YORK));
    Scopes.run(
        world.scopeOf(luz),
        () -> beans.getBean(ClinicProfiles.class).describe(board.clinic().id(), profile, 0));
  }

  @Test
  void it_is_asked_which_of_the_two_it_was_and_the_answer_is_kept() {
    var night = last(Month.NOVEMBER, 1);

    assertThat(entered(night, "1:30", "").body())
        .contains(
            "this hour came twice",
            "01:30 EDT (New York): the first",
            "01:30 EST (New York): the second",
            "id=\"fold-error\"");
    assertThat(entered(night, "1:30", "later").location()).matches("/calls/[^/]+/[^/]+");
    assertThat(entered(night, "0:30", "").location()).matches("/calls/[^/]+/[^/]+");
  }

  @Test
  void an_hour_that_the_clocks_jumped_over_is_refused() {
    assertThat(entered(last(Month.MARCH, 2), "2:30", "").body())
        .contains("02:30 does not exist on", "hour-error");
  }

  @Test
  void what_was_entered_is_read_with_its_day_its_hour_and_its_zone() {
    var yesterday = LocalDate.now(NEW_YORK).minusDays(1);

    var call = entered(yesterday, "9:15", "").location();

    assertThat(client.get(call).body())
        .contains(Moments.at(yesterday.atTime(9, 15).atZone(NEW_YORK).toInstant(), NEW_YORK));
  }

  private Client.Answer entered(LocalDate day, String hour, String fold) {
    var typed = new HashMap<>(Map.of("direction", "in", "day", day.toString(), "hour", hour));
    typed.put("fold", fold);
    return client.post("/calls", typed);
  }

  /** The last such Sunday that is over. */
  private static LocalDate last(Month month, int sunday) {
    var today = LocalDate.now(NEW_YORK);
    var thisYear = sunday(today.getYear(), month, sunday);
    return thisYear.isBefore(today.minusDays(1))
        ? thisYear
        : sunday(today.getYear() - 1, month, sunday);
  }

  private static LocalDate sunday(int year, Month month, int nth) {
    return LocalDate.of(year, month, 1)
        .with(TemporalAdjusters.dayOfWeekInMonth(nth, DayOfWeek.SUNDAY));
  }
}
