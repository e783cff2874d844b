package health.malasakit.patients;

import static health.malasakit.patients.PatientSamples.ana;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.kernel.PatientId;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where a patient is now: asked, proposed from the ZIP, never saved by itself. */
@MalasakitTest
class OwnZoneTest {

  private final EditDesk desk;

  OwnZoneTest(World world, Patients patients, @LocalServerPort int port) {
    this.desk = EditDesk.of(world, patients, port);
  }

  @Test
  void the_zip_proposes_and_only_a_person_chooses() {
    var her = desk.registered(ana());

    assertThat(desk.edit(her))
        .contains("By the ZIP probably New York", "<option value=\"Asia/Manila\"");
    assertThat(saved(her, 1, "").status()).isEqualTo(303);
    assertThat(zoneOf(her)).isEmpty();

    assertThat(saved(her, versionOf(her), "America/Denver").status()).isEqualTo(303);
    assertThat(zoneOf(her)).contains(ZoneId.of("America/Denver"));
    assertThat(desk.edit(her)).contains("Where the patient is now").doesNotContain("By the ZIP");
  }

  @Test
  void a_zone_that_is_none_is_said_beside_its_field_and_nothing_is_saved() {
    var her = desk.registered(ana());

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
    return desk.send(her, form);
  }

  private Optional<ZoneId> zoneOf(PatientId her) {
    return desk.found(her).facts().zone();
  }

  private int versionOf(PatientId her) {
    return desk.found(her).version();
  }
}
