package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.directory.TransferList;
import health.malasakit.directory.TransferTarget;
import health.malasakit.directory.WeekHours;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Scopes;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A desk that has no name but its own is named once, wherever a caller is handed over to it. */
@MalasakitTest
class SaidOnceTest {

  private final World world;
  private final ApplicationContext beans;
  private final int port;

  SaidOnceTest(World world, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.beans = beans;
    this.port = port;
  }

  @Test
  void a_desk_whose_name_is_what_it_is_is_named_once_and_another_by_both() {
    var board = Switchboard.in(beans, port, "Harbor Family Clinic");
    var luz = board.seated(Role.SUPERVISOR, "204");
    for (var name : new String[] {"front desk", "Rosa at the window"}) {
      var details =
          new TransferTarget.Details(
              TransferTarget.Desk.FRONT_DESK,
              name,
              Phone.of("(518) 555-0150"),
              "",
              TransferTarget.Reach.ALWAYS,
              WeekHours.NONE,
              new TransferTarget.Fallback(Optional.empty(), "Take a message."));
      Scopes.run(
          world.scopeOf(luz),
          () -> beans.getBean(TransferList.class).add(board.clinic().id(), details));
    }
    var client = Client.on(port).as(world.cookieOf(luz));
    var call = words(client, board.answeredBy(luz, "(617) 555-0142"));
    var list = words(client, "/clinics/" + board.clinic().slug() + "/transfers");
    var emergency =
        words(
            client,
            client
                .post("/red-flags/RF01/emergency", Map.of("clinic", board.clinic().slug()))
                .location());

    assertThat(call).contains("Front desk · Rosa at the window", ">Front desk</strong>");
    assertThat(list).contains("Rosa at the window", "Front desk");
    assertThat(emergency).contains("Front desk · answers now", "<small>answers now</small>");
    for (var page : new String[] {call, list, emergency}) {
      assertThat(page).doesNotContainIgnoringCase("front desk · front desk");
    }
    assertThat(list.split("(?i)front desk", -1)).as("its name, and what Rosa is").hasSize(3);
  }

  private static String words(Client client, String path) {
    return client.get(path).body();
  }
}
