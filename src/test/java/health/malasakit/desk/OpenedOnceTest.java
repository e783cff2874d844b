package health.malasakit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The officer reads who opened whom, not how many pages that took. */
@MalasakitTest
class OpenedOnceTest {

  private final World world;
  private final Patients patients;
  private final Audit audit;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final int port;

  OpenedOnceTest(
      World world,
      Patients patients,
      Audit audit,
      JdbcClient jdbc,
      TransactionTemplate transactions,
      @LocalServerPort int port) {
    this.world = world;
    this.patients = patients;
    this.audit = audit;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.port = port;
  }

  @Test
  void the_pages_of_one_patient_walked_one_after_another_are_one_line_and_a_count() {
    var clinic = world.clinic("Harbor Family Clinic");
    var ana = ana(clinic);
    var browser = Client.on(port).as(world.cookieOf(world.person(Role.SCHEDULER, clinic)));
    var page = "/patients/" + clinic.slug() + "/" + ana.value();

    for (var path : List.of(page, page + "/edit", page + "/promises/new", page)) {
      assertThat(browser.get(path).status()).as(path).isEqualTo(200);
    }

    assertThat(lines(clinic, ana)).isEqualTo(1);
    assertThat(times(clinic, ana)).containsExactly(4);
  }

  @Test
  void a_call_beside_it_and_another_person_are_lines_of_their_own() {
    var clinic = world.clinic("Harbor Family Clinic");
    var ana = ana(clinic);
    var luz = world.person(Role.SCHEDULER, clinic);

    open(luz, "GET /patients/{clinic}/{patient}", clinic, ana);
    open(luz, "GET /openings", clinic, ana);
    open(luz, "call 0193", clinic, ana);
    open(luz, "call 0193", clinic, ana);
    open(world.person(Role.SCHEDULER, clinic), "GET /openings", clinic, ana);

    assertThat(lines(clinic, ana)).isEqualTo(3);
    assertThat(times(clinic, ana)).containsExactlyInAnyOrder(2, 2, 1);
  }

  private void open(SignedIn person, String task, Organization clinic, PatientId patient) {
    Scopes.run(
        world.scopeOf(person).forTask(task),
        () -> transactions.executeWithoutResult(status -> audit.opened(clinic.id(), patient)));
  }

  private long lines(Organization clinic, PatientId patient) {
    return Scopes.call(
        Scope.job(clinic.id(), "test"),
        () ->
            transactions.execute(status ->
                jdbc.sql(
                        "select count(*) from audit.line where act = 'opened' and patient_id ="
                            + " :patient")
                    .param("patient", patient.value())
                    .query(Long.class)
                    .single()));
  }

  private List<Integer> times(Organization clinic, PatientId patient) {
    return Scopes.call(
        Scope.job(clinic.id(), "test"),
        () ->
            transactions.execute(status ->
                jdbc.sql("select times from audit.reopening where patient_id = :patient")
                    .param("patient", patient.value())
                    .query(Integer.class)
                    .list()));
  }

  private PatientId ana(Organization clinic) {
    var facts = PersonFacts.named(PatientName.official("Ana", "Reyes"));
    return Scopes.call(
        Scope.job(clinic.id(), "test"),
        () -> patients.register(clinic.id(), NewPatient.saidByCaller(facts)));
  }
}
