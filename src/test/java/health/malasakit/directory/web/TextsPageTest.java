package health.malasakit.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.TestCarrier;
import health.malasakit.World;
import health.malasakit.access.Role;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From which number a clinic sends texts. */
@MalasakitTest
class TextsPageTest {

  private final World world;
  private final TestCarrier carrier;
  private final int port;
  private Client administrator;
  private String page;

  TextsPageTest(World world, TestCarrier carrier, @LocalServerPort int port) {
    this.world = world;
    this.carrier = carrier;
    this.port = port;
  }

  @BeforeEach
  void aClinic() {
    carrier.reset();
    var clinic = world.clinic("Harbor Family Clinic");
    administrator = Client.on(port).as(world.cookieOf(world.person(Role.ADMINISTRATOR, clinic)));
    page = "/clinics/" + clinic.slug() + "/texts";
  }

  @Test
  void a_number_is_said_and_taken_back() {
    assertThat(set("(212) 555-0199")).isEqualTo(303);
    assertThat(administrator.get(page).body())
        .contains("(212) 555-0199", "Say a neutral name under Profile first");

    assertThat(set("")).isEqualTo(303);

    assertThat(administrator.get(page).body()).doesNotContain("(212) 555-0199");
  }

  @Test
  void a_number_that_nobody_could_have_is_refused_beside_its_field() {
    var answer = administrator.post(page, Map.of("number", "555-01", "version", "0"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("No carrier could have assigned this number", "555-01");
  }

  @Test
  void that_no_gateway_is_connected_stands_there() {
    assertThat(administrator.get(page).body()).contains("go out from this number");
    carrier.away();

    assertThat(administrator.get(page).body()).contains("No text gateway is connected");
    carrier.reset();
  }

  private int set(String number) {
    return administrator.post(page, Map.of("number", number, "version", "0")).status();
  }
}
