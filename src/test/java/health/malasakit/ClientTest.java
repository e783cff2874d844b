package health.malasakit;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@MalasakitTest
class ClientTest {

  private final World world;

  @LocalServerPort private int port;

  ClientTest(World world) {
    this.world = world;
  }

  @Test
  void whoever_is_not_signed_in_is_sent_to_the_sign_in_page() {
    var answer = Client.on(port).get("/");

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.location()).isEqualTo("/sign-in");
  }

  @Test
  void a_form_without_a_token_is_refused_and_with_one_reaches_the_routes() {
    var person = world.person(Role.SCHEDULER, world.clinic("Lakeside Family Medicine"));
    var client = Client.on(port).as(world.cookieOf(person));

    assertThat(client.postAsIs("/no-such-route", java.util.Map.of()).status()).isEqualTo(403);
    assertThat(client.post("/no-such-route", java.util.Map.of()).status()).isEqualTo(404);
  }
}
