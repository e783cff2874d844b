package health.malasakit.advocacy;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.inquiries.NobodysCalls;
import health.malasakit.inquiries.Switchboard;
import health.malasakit.kernel.Scopes;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Who complains is on the line. */
@MalasakitTest
class ComplaintMeansSomebodyTest {

  private final World world;
  private final ApplicationContext beans;
  private final int port;

  ComplaintMeansSomebodyTest(World world, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.beans = beans;
    this.port = port;
  }

  @Test
  void a_call_in_which_a_complaint_was_recorded_is_none_in_which_nobody_was() {
    var board = Switchboard.in(beans, port, "Harbor Family Clinic");
    var luz = board.seated(Role.SUPERVISOR, "204");
    var client = Client.on(port).as(world.cookieOf(luz));
    board.ring("(617) 555-0142");
    var waiting = Scopes.call(world.scopeOf(luz), beans.getBean(NobodysCalls.class)::waiting);
    var id = waiting.getFirst().id().toString();
    var call = "/calls/" + board.clinic().id() + "/" + id;
    client.post(call + "/taking", Map.of());
    assertThat(client.get(call).body()).contains("data-open=\"nobody\"");

    var at = new Grievances(beans, port, board.clinic());
    at.record(luz, "manner", "clinic", Map.of("call", id));

    assertThat(client.get(call).body()).doesNotContain("data-open=\"nobody\"");
    var answer = client.post(call + "/nobody", Map.of());
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body()).contains("something was done in this call");
  }
}
