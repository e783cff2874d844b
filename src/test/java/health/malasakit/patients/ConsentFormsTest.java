package health.malasakit.patients;

import static health.malasakit.patients.PatientSamples.ana;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What was said before and after, for one number and for all, as the pages tell it. */
@MalasakitTest
class ConsentFormsTest {

  private final World world;
  private final Patients patients;
  private final SafeContacts safeContacts;
  private final int port;

  private Organization clinic;
  private PatientId her;
  private Client client;
  private String page;

  ConsentFormsTest(
      World world, Patients patients, SafeContacts safeContacts, @LocalServerPort int port) {
    this.world = world;
    this.patients = patients;
    this.safeContacts = safeContacts;
    this.port = port;
  }

  @BeforeEach
  void register() {
    clinic = world.clinic("Lakeside Family Medicine");
    client = Client.on(port).as(world.cookieOf(world.person(Role.SCHEDULER, clinic)));
    her =
        Scopes.call(
            Scope.job(clinic.id(), "test"),
            () -> patients.register(clinic.id(), NewPatient.saidByCaller(ana())));
    page = "/patients/" + clinic.slug() + "/" + her;
  }

  @Test
  void a_paper_counts_from_the_day_on_which_it_was_signed() {
    client.post(page + "/consents", consent("revoked", "spoken"));
    var signed = consent("given", "written");
    signed.put("consentOn", "March 2, 2026");

    assertThat(client.post(page + "/consents", signed).status()).isEqualTo(303);

    assertThat(client.get(page + "/care").body()).contains("Mon 2 Mar 2026", "written down");
    assertThat(client.get(page).body())
        .contains("Taken back", "(said or signed on Mon 2 Mar 2026)")
        .doesNotContain("· in writing ·");
  }

  @Test
  void what_was_taken_back_for_every_number_stands_for_each_of_them() {
    client.post(page + "/consents", consent("given", "spoken"));
    assertThat(client.get(page).body()).contains("asked, read aloud");
    var all = consent("revoked", "spoken");
    all.put("consentAddress", "");

    client.post(page + "/consents", all);

    assertThat(client.get(page).body()).contains("Taken back").doesNotContain(">Yes<");
  }

  @Test
  void nothing_written_down_is_out_of_sight_and_no_unsafe_number_is_in_it() {
    for (int n = 0; n < 11; n++) {
      client.post(page + "/consents", consent(n % 2 == 0 ? "revoked" : "given", "spoken"));
    }
    var paper = consent("given", "written");
    paper.put("consentOn", "March 2, 2026");
    client.post(page + "/consents", paper);
    assertThat(client.get(page + "/care").body()).contains("Before that: 2", "Mon 2 Mar 2026");

    var safe = new SafeContact(List.of("(646) 555-0188"), List.of(), Optional.empty(), "");
    Scopes.run(Scope.job(clinic.id(), "test"), () -> safeContacts.set(clinic.id(), her, safe));

    assertThat(client.get(page + "/care").body())
        .contains("Nothing is on file about what safe contact allows")
        .doesNotContain("12125550123");
  }

  private static Map<String, Object> consent(String answer, String basis) {
    return new HashMap<>(
        Map.of(
            "channel", "text",
            "purpose", "care",
            "consentAddress", "(212) 555-0123",
            "answer", answer,
            "consentBasis", basis,
            "consentWords", "May we text you about visits?"));
  }
}
