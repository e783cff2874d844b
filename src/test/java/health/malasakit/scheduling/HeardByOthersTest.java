package health.malasakit.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A mother is on the line, who may book for her daughter. */
@MalasakitTest
class HeardByOthersTest {

  private final MinorsPractice world;
  private final Client client;

  HeardByOthersTest(ApplicationContext beans, @LocalServerPort int port) {
    this.world = new MinorsPractice(beans);
    this.client = Client.on(port).as(world.practice.cookie());
  }

  @Test
  void while_a_mother_is_on_the_line_a_confidential_visit_is_nobodys_on_every_screen() {
    world.clinicSays(14);
    var kept = world.kept(world.nine);
    var open = world.book(world.nine.plusHours(1));
    var call = client.post("/calls", Map.of("direction", "in")).location();
    asked(call, "for_her");

    assertThat(client.get("/visits/" + open.id()).body()).contains("Luz Santos");
    var closed = client.get("/visits/" + kept.id());
    assertThat(closed.status()).isEqualTo(403);
    assertThat(closed.body()).doesNotContain("Santos", "onfidential");
    assertThat(client.get("/openings?moves=" + kept.id()).status()).isEqualTo(403);
    var cancelled = Map.of("version", "1", "by", "patient", "reason", "Her mother said so");
    assertThat(client.post("/visits/" + kept.id() + "/cancellation", cancelled).status())
        .isEqualTo(403);
    assertThat(day().split("title=\"Luz Santos\"", -1)).as("the other one alone").hasSize(2);
    assertThat(day()).doesNotContain("onfidential");

    asked(call, "patient");
    assertThat(client.get("/visits/" + kept.id()).body()).contains("onfidential");
    assertThat(day()).contains("onfidential");
  }

  private String day() {
    return client
        .get("/days/" + world.practice.site().id() + "/" + world.nine.toLocalDate())
        .body();
  }

  private void asked(String call, String caller) {
    var said =
        new HashMap<>(
            Map.of(
                "caller",
                caller,
                "name",
                "Luz Santos",
                "birthDate",
                world.nine.toLocalDate().minusYears(15).toString()));
    if (caller.equals("for_her")) {
      said.put("speaker", "Rosa Santos");
    }
    assertThat(client.post(call + "/caller", said).status()).isEqualTo(302);
  }
}
