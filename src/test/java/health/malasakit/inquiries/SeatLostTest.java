package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.Client;
import health.malasakit.LiveStream;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Somebody sits down at an extension at which another person sits. */
@MalasakitTest
class SeatLostTest {

  private static final String TOLD = "sits at extension 204 now, where you sat";

  private static final Duration SOON = Duration.ofSeconds(30);

  private final World world;
  private final ApplicationContext beans;
  private final int port;
  private Switchboard board;
  private SignedIn luz;

  SeatLostTest(World world, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void luzSitsThere() {
    board = Switchboard.in(beans, port, "Harbor Family Clinic");
    luz = board.seated(Role.CUSTOMER_SERVICE, "204");
  }

  @Test
  void who_sat_there_is_told_until_she_says_that_she_knows_and_it_stands_in_the_audit() {
    assertThat(client(luz).get("/calls/strip").body()).doesNotContain(TOLD);

    var jo = board.seated(Role.SCHEDULER, "204");

    assertThat(client(luz).get("/calls/strip").body()).contains(TOLD, "href=\"/calls\"");
    assertThat(client(luz).get("/calls").body()).contains(TOLD, "/calls/seat/reading");
    assertThat(client(jo).get("/calls/strip").body()).doesNotContain(TOLD);
    var officer = client(world.person(Role.PRIVACY_OFFICER, board.clinic()));
    assertThat(
            officer
                .get("/audit/" + board.clinic().slug() + "/lines?person=" + jo.accountUuid())
                .body())
        .contains("sat down at the telephone of");

    client(luz).post("/calls/seat/reading", Map.of());
    assertThat(client(luz).get("/calls/strip").body()).doesNotContain(TOLD);
    assertThat(client(luz).get("/calls").body()).doesNotContain(TOLD);
  }

  @Test
  void who_sits_somewhere_again_knows_and_sitting_at_her_own_again_takes_nobodys() {
    board.sit(luz, "204");
    assertThat(client(luz).get("/calls").body()).doesNotContain(TOLD);
    var jo = board.seated(Role.SCHEDULER, "204");

    board.sit(luz, "205");

    assertThat(client(luz).get("/calls").body()).doesNotContain(TOLD);
    assertThat(client(jo).get("/calls").body()).contains("value=\"204\"");
  }

  @Test
  void who_loses_it_to_a_colleague_of_another_clinic_hears_it_at_once() {
    var other = world.clinic("Mission Clinic");
    board.alsoFor(other);
    var jo = world.person(Role.SCHEDULER, other);
    try (var stream = LiveStream.of(client(luz))) {
      await().atMost(SOON).until(stream::begun);

      board.sit(jo, "204");

      await().atMost(SOON).until(() -> stream.heard(Calls.topic(board.clinic().id())));
    }
    assertThat(client(luz).get("/calls/strip").body()).contains(TOLD);
  }

  private Client client(SignedIn person) {
    return Client.on(port).as(world.cookieOf(person));
  }
}
