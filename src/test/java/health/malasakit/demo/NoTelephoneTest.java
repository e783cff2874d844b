package health.malasakit.demo;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@MalasakitTest
class NoTelephoneTest {

  private final World world;
  private final int port;

  NoTelephoneTest(World world, @LocalServerPort int port) {
    this.world = world;
    this.port = port;
  }

  @Test
  void a_server_without_the_made_up_world_has_no_telephone() {
    var luz = world.person(Role.SUPERVISOR, world.clinic("Harbor Family Clinic"));

    var answer = Client.on(port).as(world.cookieOf(luz)).get("/demo/telephone");

    assertThat(answer.status()).isEqualTo(404);
  }
}
