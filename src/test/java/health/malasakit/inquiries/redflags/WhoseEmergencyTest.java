package health.malasakit.inquiries.redflags;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.access.records.Restrictions;
import health.malasakit.inquiries.CallerOnTheLine;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.speaking.Speaking;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MalasakitTest
class WhoseEmergencyTest {

  private final World world;
  private final ApplicationContext beans;
  private final int port;
  private CallerOnTheLine line;

  WhoseEmergencyTest(World world, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aCallerIsOnTheLine() {
    line = new CallerOnTheLine(beans, port);
  }

  @Test
  void it_is_about_whom_the_caller_is_proven_to_be_and_hidden_with_her() {
    var place = emergency();
    line.client().post(place + "/place", Map.of("place", "14 Main St, Albany", "callback", ""));
    assertThat(line.client().get(place).body()).doesNotContain("María de la Cruz");

    line.proven();

    assertThat(line.client().get(place).body()).contains("María de la Cruz", "14 Main St");
    line.client().post(place + "/note", Map.of("note", "Her son is with her."));
    assertThat(
            ofHer("select count(*) from audit.line where subject = 'emergency' and patient_id = ?"))
        .isEqualTo(2);
    assertThat(ofHer("select count(*) from inquiries.emergency_step where ? is not null"))
        .isEqualTo(3);
    Scopes.run(
        world.scopeOf(world.person(Role.PRIVACY_OFFICER, line.clinic())),
        () ->
            beans
                .getBean(Restrictions.class)
                .hide(line.clinic().id(), line.ana(), line.luz().country(), "contract"));
    assertThat(line.client().get(place).status()).isEqualTo(404);
    assertThat(ofHer("select count(*) from inquiries.emergency_step where ? is not null"))
        .as("what was done before she was known")
        .isZero();
  }

  @Test
  void who_speaks_for_a_patient_may_need_help_herself_so_it_is_asked() {
    line.speaks("Rosa Cruz", Set.of(Speaking.values()));
    var place = emergency();
    line.ask(
        "for_her",
        Map.of("name", "María de la Cruz", "birthDate", "3/12/1985", "speaker", "Rosa Cruz"));
    var stranger =
        line.patient("Ana", "Reyes", LocalDate.of(1990, 5, 1), CallerOnTheLine.ANOTHER_NUMBER);

    assertThat(line.client().get(place).body()).contains("Whom is it about?", "María de la Cruz");
    var refused = line.client().post(place + "/patient", Map.of("patient", stranger.toString()));
    assertThat(refused.status()).isEqualTo(422);
    var said = line.client().post(place + "/patient", Map.of("patient", line.ana().toString()));
    assertThat(said.status()).isEqualTo(302);
    assertThat(line.client().get(place).body())
        .contains("María de la Cruz")
        .doesNotContain("Whom is it about?");
  }

  @Test
  void what_another_has_open_floats_for_whoever_leads_and_for_nobody_else() {
    var clinic = line.clinic();
    var scheduler = client(Role.SCHEDULER);
    var place = scheduler.post("/red-flags/RF01/emergency", Map.of("clinic", clinic.slug()));
    var lead = client(Role.SUPERVISOR);

    assertThat(lead.get("/red-flags/strip").body()).contains(place.location(), clinic.name());
    assertThat(lead.get("/red-flags").body()).contains(place.location(), "who books nothing");
    assertThat(client(Role.SCHEDULER).get("/red-flags/strip").body())
        .doesNotContain(place.location());
    assertThat(line.client().get("/red-flags/strip").body())
        .as("to a lead on another call it opens later")
        .contains(clinic.name())
        .doesNotContain(place.location());
    lead.post(place.location() + "/closing", Map.of("outcome", "cut_off"));
    assertThat(lead.get("/red-flags/strip").body()).doesNotContain(place.location());
  }

  private String emergency() {
    return line.client()
        .post("/red-flags/RF01/emergency", Map.of("clinic", line.clinic().slug()))
        .location();
  }

  private Client client(Role role) {
    return Client.on(port).as(world.cookieOf(world.person(role, line.clinic())));
  }

  /** As Luz sees it. */
  private long ofHer(String question) {
    return line.as(() ->
        Objects.requireNonNull(
            beans
                .getBean(TransactionTemplate.class)
                .execute(status ->
                    beans
                        .getBean(JdbcClient.class)
                        .sql(question)
                        .param(line.ana().value())
                        .query(Long.class)
                        .single())));
  }
}
