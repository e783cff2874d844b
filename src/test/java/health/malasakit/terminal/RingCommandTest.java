package health.malasakit.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Application;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.Switchboard;
import health.malasakit.kernel.Scopes;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@MalasakitTest
class RingCommandTest {

  private final ApplicationContext beans;
  private final World world;
  private final Calls calls;
  private final int port;
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @TempDir private Path home;

  RingCommandTest(ApplicationContext beans, World world, Calls calls, @LocalServerPort int port) {
    this.beans = beans;
    this.world = world;
    this.calls = calls;
    this.port = port;
  }

  @Test
  void a_call_rings_and_is_hers_who_sits_where_it_is_answered() {
    var board = Switchboard.in(beans, port, "Harbor Family Clinic");
    var luz = board.seated(Role.SCHEDULER, "204");

    int exit =
        ring(
            "(617) 555-0142",
            board.number(),
            "--answer",
            "204",
            "--token",
            board.token(),
            "--url",
            "http://localhost:" + port);

    assertThat(exit).as(errors.toString()).isZero();
    assertThat(out.toString()).contains("It rings: ring-", "Answered at extension 204.");
    assertThat(Scopes.call(world.scopeOf(luz), calls::mine)).hasSize(1);
  }

  @Test
  void a_number_that_is_no_clinics_is_refused_in_a_sentence() {
    var board = Switchboard.in(beans, port, "Harbor Family Clinic");

    int exit =
        ring(
            "(617) 555-0142",
            "(415) 555-0100",
            "--token",
            board.token(),
            "--url",
            "http://localhost:" + port);

    assertThat(exit).isEqualTo(1);
    assertThat(errors.toString())
        .contains("status 400", "None of the clinics of this telephone system");
  }

  @Test
  void without_a_telephone_in_the_home_it_asks_for_a_token() {
    assertThat(ring("(617) 555-0142", "(415) 555-0100")).isEqualTo(2);
    assertThat(errors.toString()).contains("There is no demo telephone in this home.");
  }

  @Test
  void where_no_server_answers_it_says_so() {
    assertThat(
            ring("(617) 555-0142", "(415) 555-0100", "--token", "x", "--url", "http://localhost:9"))
        .isEqualTo(1);
    assertThat(errors.toString()).contains("No server answers at http://localhost:9.");
  }

  private int ring(String from, String to, String... more) {
    var words = new java.util.ArrayList<>(java.util.List.of("ring", from, to));
    words.addAll(java.util.List.of(more));
    var opener = new Opener(Application.class, Map.of("MALASAKIT_HOME", home.toString()));
    return Terminal.execute(
        opener,
        new PrintWriter(out, true),
        new PrintWriter(errors, true),
        words.toArray(String[]::new));
  }
}
