package health.malasakit.patients;

import static health.malasakit.patients.PatientSamples.ana;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where a patient is now: asked, proposed from the ZIP, never saved by itself. */
@MalasakitTest
class OwnZoneTest {

  private final World world;
  private final Patients patients;
  private final Organization clinic;
  private final SignedIn luz;
  private final Client client;

  OwnZoneTest(World world, Patients patients, @LocalServerPort int port) {
    this.world = world;
    this.patients = patients;
    this.clinic = world.clinic("Harbor Family Clinic");
    this.luz = world.person(Role.SCHEDULER, clinic);
    this.client = Client.on(port).as(world.cookieOf(luz));
  }

  @Test
  void the_zip_proposes_and_only_a_person_chooses() {
    var her = registered();

    assertThat(client.get(edit(her)).body())
        .contains("By the ZIP probably New York", "<option value=\"Asia/Manila\"");
    assertThat(saved(her, 1, "").status()).isEqualTo(303);
    assertThat(zoneOf(her)).isEmpty();

    assertThat(saved(her, versionOf(her), "America/Denver").status()).isEqualTo(303);
    assertThat(zoneOf(her)).contains(ZoneId.of("America/Denver"));
    assertThat(client.get(edit(her)).body())
        .contains("Where the patient is now")
        .doesNotContain("By the ZIP");
  }

  @Test
  void a_zone_that_is_none_is_said_beside_its_field_and_nothing_is_saved() {
    var her = registered();

    var answer = saved(her, 1, "Mars/Olympus");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("zone-error");
    assertThat(zoneOf(her)).isEmpty();
  }

  private Client.Answer saved(PatientId her, int version, String zone) {
    Map<String, Object> form = new HashMap<>();
    form.put("version", String.valueOf(version));
    form.putAll(Map.of("given", "Ana", "family", "Reyes", "birthDate", "5/3/1980"));
    form.putAll(Map.of("sex", "female", "zip", "12207", "zone", zone));
    return client.post(edit(her), form);
  }

  private String edit(PatientId her) {
    return "/patients/" + clinic.slug() + "/" + her + "/edit";
  }

  private PatientId registered() {
    return Scopes.call(
        world.scopeOf(luz), () -> patients.register(clinic.id(), NewPatient.saidByCaller(ana())));
  }

  private Optional<ZoneId> zoneOf(PatientId her) {
    return found(her).facts().zone();
  }

  private int versionOf(PatientId her) {
    return found(her).version();
  }

  private Patient found(PatientId her) {
    return Scopes.call(world.scopeOf(luz), () -> patients.find(clinic.id(), her).orElseThrow());
  }
}
