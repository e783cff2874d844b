package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@MalasakitTest
class InterpreterOnTheLineTest {

  private static final Map<String, String> SPANISH =
      Map.of("vendor", "Two Tongues", "language", "es", "badge", "4711", "outcome", "connected");

  private final World world;
  private final ApplicationContext beans;
  private final int port;
  private Switchboard board;
  private Client client;
  private String call;

  InterpreterOnTheLineTest(World world, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void sheIsOnACall() {
    board = Switchboard.in(beans, port, "Harbor Family Clinic");
    client =
        Client.on(port).as(world.cookieOf(world.person(Role.CUSTOMER_SERVICE, board.clinic())));
    call = client.post("/calls", Map.of()).location();
  }

  @Test
  void an_interpreter_comes_to_the_line_and_leaves_it() {
    assertThat(client.post(call + "/interpreter", SPANISH).location()).isEqualTo(call);
    assertThat(client.get(call).body())
        .contains("Spanish", "Two Tongues", "number 4711", "Interpreter has left");

    client.post(call + "/interpreter/end", Map.of());

    assertThat(client.get(call).body())
        .contains("Spanish", "number 4711")
        .doesNotContain("Interpreter has left");
  }

  @Test
  void who_comes_next_takes_the_place_of_who_interpreted_before() {
    client.post(call + "/interpreter", SPANISH);
    client.post(
        call + "/interpreter",
        Map.of("vendor", "Two Tongues", "language", "es", "badge", "12", "outcome", "connected"));

    assertThat(client.get(call).body().split("interpreter/end", -1)).hasSize(2);
  }

  @Test
  void going_on_without_one_needs_a_reason_and_a_language() {
    var page = call + "/interpreter";
    assertThat(client.post(page, Map.of("language", "vi", "outcome", "declined")).body())
        .contains("Choose why nobody interprets.");
    assertThat(client.post(page, Map.of("declined", "nobody", "outcome", "declined")).body())
        .contains("Choose the language.");

    client.post(page, Map.of("language", "vi", "declined", "nobody", "outcome", "declined"));

    assertThat(client.get(call).body())
        .contains("Vietnamese", "Nobody for this language is to be had now");
  }

  @Test
  void it_is_for_the_owner_of_the_call_while_it_lasts() {
    var jo = Client.on(port).as(world.cookieOf(world.person(Role.SCHEDULER, board.clinic())));
    assertThat(jo.post(call + "/interpreter", SPANISH).status()).isEqualTo(409);

    client.post(call + "/interpreter", SPANISH);
    client.post(call + "/end", Map.of());

    assertThat(client.post(call + "/interpreter", SPANISH).status()).isEqualTo(409);
    assertThat(client.get(call).body())
        .contains("number 4711")
        .doesNotContain("Interpreter has left");
  }
}
