package health.malasakit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.Visitor;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.kernel.Scopes;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A forged id of another clinic looks like nothing there, and both clinics can read of it. */
@MalasakitTest
class MissedTest {

  private final World world;
  private final AuditLines lines;
  private final int port;

  MissedTest(World world, AuditLines lines, @LocalServerPort int port) {
    this.world = world;
    this.lines = lines;
    this.port = port;
  }

  @Test
  void a_forged_id_of_another_clinic_and_no_row_look_the_same_and_are_noted_in_both_logs() {
    var mine = world.clinic("Lakeside Family Medicine");
    var other = world.clinic("Harbor Pediatrics");
    var theirs = world.person(Role.SCHEDULER, other);
    var visitor = new Visitor(port, world.cookieOf(world.person(Role.ADMINISTRATOR, mine)));
    var people = "/people/" + mine.slug() + "/";

    var forged = visitor.get(people + theirs.account());
    var nothing = visitor.get(people + UUID.randomUUID());

    assertThat(forged.statusCode()).isEqualTo(404).isEqualTo(nothing.statusCode());
    assertThat(withoutToken(forged.body())).isEqualTo(withoutToken(nothing.body()));
    assertThat(missedIn(mine)).isEqualTo(2);
    assertThat(missedIn(other)).isEqualTo(1);
  }

  private long missedIn(Organization clinic) {
    var officer = world.person(Role.PRIVACY_OFFICER, clinic);
    return Scopes.call(
        world.scopeOf(officer),
        () ->
            lines
                .between(clinic.id(), Instant.EPOCH, AuditLines.endOf(Instant.now().plusSeconds(9)))
                .lines()
                .stream()
                .filter(line -> line.act().equals("not-found"))
                .count());
  }

  private static String withoutToken(String page) {
    return page.replaceAll("(name=\"(_csrf|requestId)\" value|content)=\"[^\"]*\"", "")
        .replaceAll("\\d\\d:\\d\\d", "");
  }
}
