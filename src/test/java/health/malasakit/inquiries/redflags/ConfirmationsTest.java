package health.malasakit.inquiries.redflags;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@MalasakitTest
class ConfirmationsTest {

  private final World world;
  private final Written written;
  private final int port;

  ConfirmationsTest(World world, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.written = new Written(beans);
    this.port = port;
  }

  @Test
  void a_nurse_stands_by_the_words_until_they_change() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var nurse = client(world.person(Role.NURSE, clinic));
    var luz = client(world.person(Role.SCHEDULER, clinic));
    var scripts = "/clinics/" + clinic.slug() + "/scripts";
    var confirmation = scripts + "/RF01/confirmation";
    var now = Map.of("seen", new RedFlags().get("RF01").textHash());

    assertThat(luz.get(scripts).body()).contains("32 scripts are not confirmed");
    assertThat(luz.post(confirmation, now).status()).isEqualTo(403);
    assertThat(nurse.post(confirmation, Map.of("seen", "0".repeat(64))).status()).isEqualTo(409);
    assertThat(nurse.post(confirmation, now).status()).isEqualTo(302);
    assertThat(nurse.post(confirmation, now).status()).isEqualTo(302);

    assertThat(written.acts(clinic, "script")).containsExactly("confirmed");
    assertThat(luz.get(scripts).body()).contains("31 scripts are not", "Confirmed by Luz Ramos, ");
    assertThat(
            luz.get(
                    luz.post("/red-flags/RF01/emergency", Map.of("clinic", clinic.slug()))
                        .location())
                .body())
        .contains("Confirmed by Luz Ramos, ");

    olderText(clinic, world.person(Role.NURSE, clinic));
    assertThat(luz.get(scripts).body()).contains("The words changed after Ana Reyes, RN confirmed");
  }

  private Client client(SignedIn person) {
    return Client.on(port).as(world.cookieOf(person));
  }

  /** A nurse once stood by other words for strokes. */
  private void olderText(Organization clinic, SignedIn nurse) {
    written.ask(
        clinic,
        jdbc ->
            jdbc.sql(
                    """
                    insert into inquiries.script_confirmation
                    values (:clinic, 'RF02', repeat('0', 64), :nurse, 'Ana Reyes, RN', now())
                    """)
                .param("clinic", clinic.id().value())
                .param("nurse", nurse.account().value())
                .update());
  }
}
