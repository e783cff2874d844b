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

  @Test
  void nor_a_carrier_nor_phones() {
    var luz = world.person(Role.SUPERVISOR, world.clinic("Harbor Family Clinic"));
    var client = Client.on(port).as(world.cookieOf(luz));

    assertThat(client.get("/demo/phone").status()).isEqualTo(404);
    assertThat(client.get("/demo/inbox").status()).isEqualTo(404);
    assertThat(
            client
                .post(
                    "/demo/carrier/2010-04-01/Accounts/ACmadeup/Messages.json",
                    java.util.Map.of("To", "+12125550100"))
                .status())
        .isEqualTo(404);
  }
}
