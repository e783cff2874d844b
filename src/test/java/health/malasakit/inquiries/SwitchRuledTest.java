package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.Scopes;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Who says where a switch is told, and what address it may be. */
@MalasakitTest
class SwitchRuledTest {

  private final World world;
  private final Telephones telephones;
  private final ApplicationContext beans;
  private final int port;
  private Switchboard board;
  private SignedIn luz;

  SwitchRuledTest(
      World world, Telephones telephones, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.telephones = telephones;
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void connect() {
    board = Switchboard.in(beans, port, "Harbor Family Clinic");
    luz = board.seated(Role.CUSTOMER_SERVICE, "204");
    assertThat(decide("https://203.0.113.9/calls")).isEqualTo(302);
  }

  @Test
  void an_address_that_is_not_safe_is_refused() {
    assertThat(decide("http://switch.example.org/calls")).isEqualTo(422);
    assertThat(decide("https://user:word@switch.example.org/calls")).isEqualTo(422);
    assertThat(decide("file:///etc/passwd")).isEqualTo(422);
    assertThat(decide("")).isEqualTo(302);
  }

  @Test
  void a_switch_of_two_clinics_is_ruled_by_who_looks_after_both() {
    var other = world.clinic("Bayside Clinic");
    var both = world.person(Role.ADMINISTRATOR, board.clinic(), other);
    var place = "/clinics/" + board.clinic().slug() + "/telephones";
    var shared = "/clinics/" + other.slug() + "/telephones/" + system() + "/sharing";
    var ours = telephones.outgoing(theSystem());
    assertThat(Client.on(port).as(world.cookieOf(both)).post(shared, Map.of()).status())
        .isEqualTo(302);

    var one = Client.on(port).as(world.cookieOf(world.person(Role.ADMINISTRATOR, board.clinic())));
    assertThat(one.get(place).body())
        .contains("changed by who does at all of them")
        .doesNotContain(ours);
    assertThat(one.post(place + "/" + system() + "/token", Map.of()).status()).isEqualTo(409);
    assertThat(decide("https://203.0.113.9/calls")).isEqualTo(422);

    var all = Client.on(port).as(world.cookieOf(both));
    assertThat(all.get(place).body()).contains(ours);
    assertThat(all.post(place + "/" + system() + "/token", Map.of()).status()).isEqualTo(200);
    assertThat(telephones.outgoing(theSystem())).isNotEqualTo(ours);
  }

  private int decide(String webhook) {
    var administrator =
        Client.on(port).as(world.cookieOf(world.person(Role.ADMINISTRATOR, board.clinic())));
    return administrator
        .post(
            "/clinics/" + board.clinic().slug() + "/telephones/" + system() + "/webhook",
            Map.of("webhook", webhook))
        .status();
  }

  private TelephoneSystem theSystem() {
    return Scopes.call(world.scopeOf(luz), () -> telephones.of(board.clinic().id())).getFirst();
  }

  private TelephoneId system() {
    return theSystem().id();
  }
}
