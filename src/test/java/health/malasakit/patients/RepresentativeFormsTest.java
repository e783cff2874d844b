package health.malasakit.patients;

import static health.malasakit.patients.PatientSamples.ana;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who speaks for a patient is changed by who sees it as it stands. */
@MalasakitTest
class RepresentativeFormsTest {

  private static final Pattern WHICH =
      Pattern.compile("name=\"representative\" value=\"([^\"]+)\"");

  private final String page;
  private final Client client;

  RepresentativeFormsTest(World world, Patients patients, @LocalServerPort int port) {
    var clinic = world.clinic("Lakeside Family Medicine");
    var her =
        Scopes.call(
            Scope.job(clinic.id(), "test"),
            () -> patients.register(clinic.id(), NewPatient.saidByCaller(ana())));
    page = "/patients/" + clinic.slug() + "/" + her;
    client = Client.on(port).as(world.cookieOf(world.person(Role.SCHEDULER, clinic)));
  }

  @Test
  void a_right_is_ended_by_who_sees_it_as_it_stands_and_its_end_is_history() {
    var rosa = Map.of("version", "1", "name", "Rosa Reyes", "basis", "parental", "may", "ask");
    assertThat(client.post(page + "/representatives", rosa).status()).isEqualTo(303);
    var which = which();

    var late =
        client.post(page + "/representatives/end", Map.of("version", "1", "representative", which));

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("Who speaks for this patient: one added");
    assertThat(which()).isEqualTo(which);
    var now = Map.of("version", "2", "representative", which);
    assertThat(client.post(page + "/representatives/end", now).status()).isEqualTo(303);
    assertThat(client.get(page + "/care").body()).doesNotContain("/representatives/end");
    assertThat(client.get(page + "/history").body())
        .contains("Who speaks for this patient: one ended");
  }

  @ParameterizedTest
  @CsvSource({
    "representatives, from, 11/20, needs its year",
    "court-orders, orderFrom, 11/20, needs its year",
    "representatives, to, yesterday, ends before it begins",
    "court-orders, orderTo, yesterday, ends before it begins",
    "death, on, tomorrow, still to come",
  })
  void a_day_that_would_turn_a_right_around_is_asked_again_and_nothing_is_lost(
      String form, String field, String typed, String why) {
    var fields = new HashMap<String, Object>();
    fields.putAll(Map.of("version", "1", "name", "Rosa Reyes", "basis", "power_of_attorney"));
    fields.putAll(Map.of("proof", "Paper of 2 May", "may", "ask", "from", "today"));
    fields.putAll(Map.of("effect", "DENIES", "words", "Nobody may hear", "court", "Kings County"));
    fields.putAll(Map.of("news", "said", "saidBy", "her son"));
    fields.put(field, typed);

    var answer = client.post(page + "/" + form, fields);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains(field + "-error", why, typed);
  }

  @Test
  void nobody_of_another_patient_or_of_none_is_ended() {
    var forged = Map.of("version", "1", "representative", "01a2134e-6b15-7000-901d-5334eb26a5d0");
    assertThat(client.post(page + "/representatives/end", forged).status()).isEqualTo(404);
    var none = Map.of("version", "1", "representative", "nobody");
    assertThat(client.post(page + "/representatives/end", none).status()).isBetween(400, 499);
  }

  private String which() {
    var found = WHICH.matcher(client.get(page + "/care").body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
