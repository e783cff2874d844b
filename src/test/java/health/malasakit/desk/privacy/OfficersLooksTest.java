package health.malasakit.desk.privacy;

import static health.malasakit.patients.PatientSamples.ana;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whom the privacy officer's pages name has a line of it in her own list. */
@MalasakitTest
class OfficersLooksTest {

  private final World world;
  private final Patients patients;
  private final int port;

  OfficersLooksTest(World world, Patients patients, @LocalServerPort int port) {
    this.world = world;
    this.patients = patients;
    this.port = port;
  }

  @Test
  void lines_concerns_and_closed_records_that_name_her_are_in_her_list() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var scheduler = world.person(Role.SCHEDULER, clinic);
    var her =
        Scopes.call(
            world.scopeOf(scheduler),
            () -> patients.register(clinic.id(), NewPatient.saidByCaller(ana())));
    Client.on(port).as(world.cookieOf(scheduler)).get("/patients/" + clinic.slug() + "/" + her);
    var officer = Client.on(port).as(world.cookieOf(world.person(Role.PRIVACY_OFFICER, clinic)));
    var audit = "/audit/" + clinic.slug();
    var list = audit + "/patients/" + her;
    officer.post(list + "/marks", Map.of("mark", "vip"));
    assertThat(officer.get(list).body()).doesNotContain("saw patients");

    assertThat(officer.get(audit).body()).contains("Ana Reyes");
    assertThat(count(officer.get(list).body(), "saw patients in the audit")).isEqualTo(1);
    assertThat(officer.get(audit + "/lines").body()).contains("Ana Reyes");
    assertThat(count(officer.get(list).body(), "saw patients in the audit")).isEqualTo(2);
    assertThat(officer.get(audit + "/restricted").body()).contains("Ana Reyes");
    assertThat(officer.get(list).body()).contains("saw patients of closed records");
  }

  private static int count(String page, String words) {
    return page.split(words, -1).length - 1;
  }
}
