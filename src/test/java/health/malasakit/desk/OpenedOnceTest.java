package health.malasakit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.TestDatabase;
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

  @Test
  void the_count_stays_with_its_line_and_after_ten_minutes_a_new_one_begins() {
    var clinic = world.clinic("Harbor Family Clinic");
    var ana = ana(clinic);
    var luz = world.person(Role.SCHEDULER, clinic);
    for (int opening = 0; opening < 3; opening++) {
      open(luz, "GET /openings", clinic, ana);
    }
    tenMinutesPass(clinic, ana);
    open(luz, "GET /openings", clinic, ana);
    open(luz, "GET /openings", clinic, ana);

    assertThat(lines(clinic, ana)).isEqualTo(2);
    assertThat(times(clinic, ana)).containsExactlyInAnyOrder(3, 2);
    var officer = Client.on(port).as(world.cookieOf(world.person(Role.PRIVACY_OFFICER, clinic)));
    var here = "/audit/" + clinic.slug();
    for (var page :
        List.of(here + "/patients/" + ana, here + "/lines?person=" + luz.account(), here)) {
      assertThat(officer.get(page).body())
          .as(page)
          .contains("opened the patient's record, 3 times within 10 minutes")
          .contains("opened the patient's record, 2 times within 10 minutes")
          .contains("Philippines");
    }
    assertThat(officer.get(here + "/lines.csv?person=" + luz.account()).body())
        .contains("3 times within 10 minutes");
  }

  /** The line and its count as if they had been written eleven minutes earlier. */
  private void tenMinutesPass(Organization clinic, PatientId patient) {
    try (var superuser = TestDatabase.superuser(TestDatabase.address());
        var statement = superuser.createStatement()) {
      var earlier =
          "(lpad(to_hex(('x' || left(replace(%s::text, '-', ''), 12))::bit(48)::bigint - 660000),"
              + " 12, '0') || substr(replace(%1$s::text, '-', ''), 13))::uuid";
      statement.execute(
          "update audit.reopening set line_id = %s where patient_id = '%s'"
              .formatted(earlier.formatted("line_id"), patient.value()));
      statement.execute(
          "update audit.line set id = %s where act = 'opened' and patient_id = '%s'"
              .formatted(earlier.formatted("id"), patient.value()));
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
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
