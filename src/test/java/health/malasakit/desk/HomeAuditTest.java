package health.malasakit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.audit.Look;
import health.malasakit.audit.WorkReason;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.workqueue.NewPromise;
import health.malasakit.workqueue.Promise;
import health.malasakit.workqueue.Promises;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MalasakitTest
class HomeAuditTest {

  private final World world;
  private final Patients patients;
  private final Promises promises;
  private final List<WorkReason> reasons;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final int port;

  HomeAuditTest(
      World world,
      Patients patients,
      Promises promises,
      List<WorkReason> reasons,
      JdbcClient jdbc,
      TransactionTemplate transactions,
      @LocalServerPort int port) {
    this.world = world;
    this.patients = patients;
    this.promises = promises;
    this.reasons = reasons;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.port = port;
  }

  @Test
  void a_name_on_home_is_one_line_in_the_audit_however_often_home_is_read() {
    var clinic = world.clinic("Harbor Family Clinic");
    var luz = world.person(Role.SCHEDULER, clinic);
    var ana = ana(clinic);
    promise(clinic, luz, ana);
    var browser = Client.on(port).as(world.cookieOf(luz));

    assertThat(browser.get("/").body()).contains("Ana Reyes");
    browser.get("/");

    assertThat(timesListed(clinic, ana)).isEqualTo(1);
  }

  @Test
  void a_promise_about_a_patient_explains_why_her_record_was_opened() {
    var clinic = world.clinic("Harbor Family Clinic");
    var luz = world.person(Role.SCHEDULER, clinic);
    var ana = ana(clinic);
    var bea = ana(clinic);
    promise(clinic, luz, ana);
    var now = Instant.now();
    var hers = look(ana, luz, now);
    var lastDay = look(ana, luz, now.plus(Duration.ofHours(23)));
    var looks =
        List.of(
            hers,
            lastDay,
            look(ana, luz, now.minus(Duration.ofHours(25))),
            look(bea, luz, now),
            look(ana, luz, now.plus(Duration.ofDays(20))));

    var explained =
        inClinic(
            clinic,
            () ->
                reasons.stream()
                    .flatMap(reason -> reason.explained(clinic.id(), looks).stream())
                    .toList());

    assertThat(explained).containsOnly(hers.line(), lastDay.line());
  }

  private static Look look(PatientId patient, SignedIn reader, Instant at) {
    return new Look(UUID.randomUUID(), at, reader.account(), patient);
  }

  private long timesListed(Organization clinic, PatientId patient) {
    return inClinic(
        clinic,
        () ->
            jdbc.sql("select count(*) from audit.listed where patient_id = :patient")
                .param("patient", patient.value())
                .query(Long.class)
                .single());
  }

  private <T> T inClinic(Organization clinic, java.util.function.Supplier<T> read) {
    return Scopes.call(
        Scope.job(clinic.id(), "test"), () -> transactions.execute(status -> read.get()));
  }

  private void promise(Organization clinic, SignedIn owner, PatientId patient) {
    Scopes.run(
        world.scopeOf(owner),
        () ->
            promises.make(
                new NewPromise(
                    clinic.id(),
                    Optional.of(patient),
                    "Call her back about the form",
                    Promise.To.PATIENT,
                    Instant.now().plusSeconds(3600),
                    ZoneId.of("America/New_York"),
                    owner.account())));
  }

  private PatientId ana(Organization clinic) {
    var facts = PersonFacts.named(PatientName.official("Ana", "Reyes"));
    return Scopes.call(
        Scope.job(clinic.id(), "test"),
        () -> patients.register(clinic.id(), NewPatient.saidByCaller(facts)));
  }
}
