package health.malasakit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.TestDatabase;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Recurring;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the audit keeps only to write fewer lines goes when it is of no more use. */
@MalasakitTest
class PruningTest {

  private final World world;
  private final Audit audit;
  private final Pruning pruning;
  private final List<Recurring> jobs;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  PruningTest(
      World world,
      Audit audit,
      Pruning pruning,
      List<Recurring> jobs,
      JdbcClient jdbc,
      TransactionTemplate transactions) {
    this.world = world;
    this.audit = audit;
    this.pruning = pruning;
    this.jobs = jobs;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Test
  void what_a_view_showed_the_day_before_goes_and_what_it_shows_today_stays() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var luz = world.person(Role.SCHEDULER, clinic);
    var yesterday = List.of(PatientId.next(), PatientId.next());
    var today = List.of(PatientId.next());
    as(luz, () -> audit.drawn(clinic.id(), "day/yesterday", yesterday));
    as(luz, () -> audit.drawn(clinic.id(), "day/today", today));
    asSuperuser(
        "update audit.drawn set at = now() - interval '25 hours' where view = 'day/yesterday'"
            + " and organization_id = '"
            + clinic.id()
            + "'");

    assertThat(pruning.prune(clinic.id())).isEqualTo(2);

    assertThat(count(clinic, "audit.drawn")).isEqualTo(1);
    as(luz, () -> audit.drawn(clinic.id(), "day/today", today));
    assertThat(count(clinic, "audit.line where act = 'listed'")).isEqualTo(2);
    assertThat(count(clinic, "audit.listed")).isEqualTo(3);
  }

  @Test
  void a_count_of_one_goes_and_a_reopening_stays_with_its_line() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var luz = world.person(Role.SCHEDULER, clinic);
    var again = PatientId.next();
    as(luz, () -> audit.opened(clinic.id(), PatientId.next()));
    as(luz, () -> audit.opened(clinic.id(), again));
    as(luz, () -> audit.opened(clinic.id(), again));
    assertThat(pruning.prune(clinic.id())).as("the ten minutes run").isZero();
    asSuperuser(
        "update audit.reopening set line_id = overlay(line_id::text placing '0188' from 1)::uuid"
            + " where organization_id = '"
            + clinic.id()
            + "'");

    assertThat(pruning.prune(clinic.id())).isEqualTo(1);
    assertThat(count(clinic, "audit.reopening where times = 2")).isEqualTo(1);
    assertThat(count(clinic, "audit.line where act = 'opened'")).isEqualTo(2);
  }

  @Test
  void a_job_does_it_every_hour() {
    assertThat(jobs).extracting(Recurring::name).contains("audit.pruning");
  }

  private void as(SignedIn person, Runnable act) {
    Scopes.run(world.scopeOf(person), () -> transactions.executeWithoutResult(status -> act.run()));
  }

  private long count(Organization clinic, String what) {
    return Scopes.call(
        Scope.job(clinic.id(), "test"),
        () ->
            transactions.execute(
                status -> jdbc.sql("select count(*) from " + what).query(Long.class).single()));
  }

  private static void asSuperuser(String sql) {
    try (var connection = TestDatabase.superuser(TestDatabase.address());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
