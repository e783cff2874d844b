package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A missed call is rung back. */
@MalasakitTest
class RungBackTest {

  private static final Pattern HIDDEN =
      Pattern.compile(
          "<input type=\"hidden\" name=\"(clinic|direction|number|missed)\" value=\"([^\"]*)\">");

  private final World world;
  private final ApplicationContext beans;
  private final int port;
  private Switchboard board;
  private Client luz;

  RungBackTest(World world, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aClinic() {
    board = Switchboard.in(beans, port, "Harbor Family Clinic");
    luz = Client.on(port).as(world.cookieOf(world.person(Role.CUSTOMER_SERVICE, board.clinic())));
  }

  @Test
  void who_was_missed_is_on_the_line_and_no_longer_listed() {
    board.happens(board.ring("(617) 555-0142"), "abandoned", "");
    var form = ringBack(luz.get("/calls").body());

    var call = luz.post("/calls", form).location();

    assertThat(luz.get(call).body()).contains("(617) 555-0142", "On the line");
    assertThat(luz.get("/calls/missed").body()).doesNotContain("(617) 555-0142");
  }

  @Test
  void a_number_that_was_withheld_is_rung_by_nobody() {
    board.happens(board.ring("anonymous"), "abandoned", "");

    assertThat(luz.get("/calls").body()).contains("I see to it").doesNotContain("Ring back");
  }

  @Test
  void another_clinics_missed_call_is_not_there() {
    board.happens(board.ring("(617) 555-0142"), "abandoned", "");
    var form = ringBack(luz.get("/calls").body());
    var other = Switchboard.in(beans, port, "Bayside Clinic");
    var jo =
        Client.on(port).as(world.cookieOf(world.person(Role.CUSTOMER_SERVICE, other.clinic())));

    assertThat(jo.post("/calls", form).status()).isEqualTo(422);
    form.put("clinic", other.clinic().id().toString());
    assertThat(jo.post("/calls", form).status()).isEqualTo(404);
    assertThat(luz.get("/calls/missed").body()).contains("(617) 555-0142");
  }

  private static Map<String, String> ringBack(String page) {
    var form = new HashMap<String, String>();
    HIDDEN.matcher(page).results().forEach(found -> form.put(found.group(1), found.group(2)));
    assertThat(form).containsKeys("clinic", "direction", "number", "missed");
    return form;
  }
}
