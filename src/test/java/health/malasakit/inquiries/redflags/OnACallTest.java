package health.malasakit.inquiries.redflags;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.inquiries.Switchboard;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@MalasakitTest
class OnACallTest {

  private final World world;
  private final ApplicationContext beans;
  private final int port;

  OnACallTest(World world, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.beans = beans;
    this.port = port;
  }

  @Test
  void of_several_clinics_the_call_says_which_and_the_caller_s_number_is_there() {
    var board = Switchboard.in(beans, port, "Lakeside Family Medicine");
    var luz = world.person(Role.SCHEDULER, board.clinic(), world.clinic("Harbor Pediatrics"));
    board.sit(luz, "204");
    var client = Client.on(port).as(world.cookieOf(luz));
    assertThat(client.get("/red-flags").body()).doesNotContain("For Lakeside Family Medicine.");
    board.happens(board.ring("(617) 555-0142"), "answered", ", \"extension\": \"204\"");

    var signs = client.get("/red-flags").body();
    var place =
        client
            .post("/red-flags/RF01/emergency", Map.of("clinic", board.clinic().slug()))
            .location();

    assertThat(signs).contains("For Lakeside Family Medicine.", "/red-flags/RF01/emergency");
    assertThat(client.get(place).body()).contains("(617) 555-0142");
    var calls =
        new Written(beans)
            .ask(
                board.clinic(),
                jdbc ->
                    jdbc.sql(
                            "select call_id from inquiries.emergency join inquiries.call using (call_id)")
                        .query(UUID.class)
                        .list());
    assertThat(calls).hasSize(1);
  }
}
