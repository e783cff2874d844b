package health.malasakit.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.kernel.Scopes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who is shown which act on the pages of people: nothing that would be refused. */
@MalasakitTest
class PeoplePagesTest {

  private static final String CONFIRM = "/confirmation\"";
  private static final String INVITE = "Invite a person";

  private final World world;
  private final FactorResets resets;
  private final int port;

  private Organization clinic;
  private SignedIn luz;

  PeoplePagesTest(World world, FactorResets resets, @LocalServerPort int port) {
    this.world = world;
    this.resets = resets;
    this.port = port;
  }

  @BeforeEach
  void aClinic() {
    clinic = world.clinic("Lakeside Family Medicine");
    luz = world.person(Role.SCHEDULER, clinic);
  }

  @Test
  void who_asked_for_a_reset_is_not_offered_to_confirm_it() {
    var supervisor = world.person(Role.SUPERVISOR, clinic);
    Scopes.run(world.scopeOf(supervisor), () -> resets.ask(clinic.id(), luz.account()));

    assertThat(people(supervisor)).contains("A second person confirms it.").doesNotContain(CONFIRM);
    assertThat(people(world.person(Role.SUPERVISOR, clinic))).contains(CONFIRM);
    assertThat(people(world.person(Role.PRIVACY_OFFICER, clinic))).contains(CONFIRM);
  }

  @Test
  void only_who_may_invite_and_change_people_is_offered_to() {
    var her = "/people/" + clinic.slug() + "/" + luz.account();
    var administrator = world.person(Role.ADMINISTRATOR, clinic);
    var officer = world.person(Role.PRIVACY_OFFICER, clinic);

    assertThat(people(administrator)).contains(INVITE);
    assertThat(page(administrator, her)).contains(her + "/roles", her + "/password");
    assertThat(people(officer)).doesNotContain(INVITE);
    assertThat(page(officer, her)).doesNotContain(her + "/roles", her + "/password");
  }

  private String people(SignedIn person) {
    return page(person, "/people/" + clinic.slug());
  }

  private String page(SignedIn person, String path) {
    var answer = Client.on(port).as(world.cookieOf(person)).get(path);
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }
}
