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

  @Test
  void another_caller_has_an_emergency_of_her_own_and_the_first_stays_as_it_was() {
    var board = Switchboard.in(beans, port, "Lakeside Family Medicine");
    var client = Client.on(port).as(world.cookieOf(board.seated(Role.SCHEDULER, "204")));
    var clinic = Map.of("clinic", board.clinic().slug());
    board.happens(board.ring("(617) 555-0142"), "answered", ", \"extension\": \"204\"");
    var first = client.post("/red-flags/RF01/emergency", clinic).location();
    client.post(first + "/place", Map.of("place", "12 Main St, Albany", "callback", ""));
    assertThat(client.get("/red-flags").location()).isEqualTo(first);

    board.happens(board.ring("(617) 555-0177"), "answered", ", \"extension\": \"204\"");

    var signs = client.get("/red-flags");
    assertThat(signs.status()).as("F9 does not lead to another caller's").isEqualTo(200);
    assertThat(signs.body()).contains("Another caller's", first).doesNotContain("12 Main St");
    assertThat(client.get("/red-flags/strip").body()).contains(first).doesNotContain("F9");
    assertThat(client.get(first).body()).contains("the emergency of another caller");
    var second = client.post("/red-flags/RF02/emergency", clinic).location();
    assertThat(second).isNotEqualTo(first);
    assertThat(client.get(second).body())
        .contains("(617) 555-0177")
        .doesNotContain("12 Main St")
        .doesNotContain("the emergency of another caller");
    assertThat(client.get(first).body())
        .contains("12 Main St", "Chest pain")
        .doesNotContain("Note the time symptoms began");
    assertThat(client.get("/red-flags").location()).isEqualTo(second);
  }

  @Test
  void another_sign_of_an_emergency_goes_on_in_it_when_its_call_is_over_too() {
    var board = Switchboard.in(beans, port, "Lakeside Family Medicine");
    var client = Client.on(port).as(world.cookieOf(board.seated(Role.SCHEDULER, "204")));
    var call = board.ring("(617) 555-0142");
    board.happens(call, "answered", ", \"extension\": \"204\"");
    var clinic = board.clinic().slug();
    var place = client.post("/red-flags/RF01/emergency", Map.of("clinic", clinic)).location();
    board.happens(call, "ended", "");

    assertThat(client.get("/red-flags").location()).isEqualTo(place);
    var id = place.substring(place.lastIndexOf('/') + 1);
    assertThat(client.get("/red-flags?clinic=" + clinic + "&within=" + id).body())
        .contains(place + "/sign");
    assertThat(client.post(place + "/sign", Map.of("sign", "RF02")).location()).isEqualTo(place);
    assertThat(client.get(place).body()).contains("Note the time symptoms began");
    assertThat(client.get("/red-flags?clinic=" + clinic + "&within=" + UUID.randomUUID()).status())
        .isEqualTo(404);
  }
}
