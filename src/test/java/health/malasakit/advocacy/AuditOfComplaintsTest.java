package health.malasakit.advocacy;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A privacy officer whom a complaint names finds no line of it in the audit either. */
@MalasakitTest
class AuditOfComplaintsTest {

  private static final String RECORDED = "a complaint";

  private final World world;
  private final ApplicationContext beans;
  private final int port;
  private Grievances at;
  private SignedIn luz;
  private SignedIn named;
  private SignedIn other;
  private PatientId ana;

  AuditOfComplaintsTest(World world, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void two_officers() {
    at = new Grievances(beans, port);
    luz = at.person(Role.SCHEDULER);
    named = at.person(Role.PRIVACY_OFFICER);
    other = at.person(Role.PRIVACY_OFFICER);
    ana =
        Scopes.call(
            world.scopeOf(luz),
            () ->
                beans
                    .getBean(Patients.class)
                    .register(
                        at.clinic().id(),
                        NewPatient.saidByCaller(
                            PersonFacts.named(PatientName.official("Ana", "Reyes")))));
  }

  @Test
  void no_page_and_no_file_of_the_audit_shows_it_to_whom_it_names() {
    at.record(luz, "manner", Grievances.colleague(named), aboutAna());

    for (var page : pages()) {
      assertThat(at.client(other).get(page).body()).as(page).contains(RECORDED);
      assertThat(at.client(named).get(page).body())
          .as(page)
          .doesNotContain(RECORDED)
          .contains("registered the patient");
    }
  }

  @Test
  void from_the_second_in_which_it_names_her_the_lines_before_are_gone_too() {
    at.person(Role.ADVOCATE);
    var rosa = at.person(Role.SUPERVISOR);
    var item = Grievances.item(at.record(luz, "manner", "clinic", aboutAna()));
    assertThat(at.client(named).get(pages()[0]).body()).contains(RECORDED);
    assertThat(at.client(rosa).get(item).status()).isEqualTo(200);

    var naming = Map.of("version", "1", "colleague", named.accountUuid().toString());
    assertThat(at.client(rosa).post(item + "/naming", naming).status()).isEqualTo(302);

    for (var page : pages()) {
      assertThat(at.client(named).get(page).body()).as(page).doesNotContain(RECORDED);
      assertThat(at.client(other).get(page).body()).as(page).contains(RECORDED);
    }
    assertThat(at.client(named).get(person(rosa)).body()).doesNotContain(RECORDED);
  }

  @Test
  void what_she_asks_for_and_does_not_find_looks_like_any_other_id() {
    var item = Grievances.item(at.record(luz, "manner", Grievances.colleague(named), Map.of()));
    at.client(named).get(item);
    var with = lines(at.client(named).get(person(named)).body());
    at.client(named).get(item.replaceFirst("[^/]*$", UUID.randomUUID().toString()));

    assertThat(lines(at.client(named).get(person(named)).body())).isEqualTo(with + 1);
    assertThat(with).isEqualTo(1);
  }

  private Map<String, String> aboutAna() {
    return Map.of("patient", ana.toString(), "whose", ana.toString());
  }

  private String[] pages() {
    var audit = "/audit/" + at.clinic().slug();
    return new String[] {
      audit + "/lines", audit + "/lines.csv", audit + "/patients/" + ana, person(luz)
    };
  }

  private String person(SignedIn who) {
    return "/audit/" + at.clinic().slug() + "/lines?person=" + who.accountUuid();
  }

  private static int lines(String page) {
    return page.split("complaint that was not found", -1).length - 1;
  }
}
