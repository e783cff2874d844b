package health.malasakit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.access.Organizations;
import health.malasakit.access.Role;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MalasakitTest
class RowsOfAnotherClinicTest {

  private final World world;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Organizations organizations;

  RowsOfAnotherClinicTest(
      World world, JdbcClient jdbc, TransactionTemplate transactions, Organizations organizations) {
    this.world = world;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.organizations = organizations;
  }

  @Test
  void a_person_sees_the_clinics_in_which_she_has_a_role_and_no_other() {
    var mine = world.clinic("Lakeside Family Medicine");
    world.clinic("Harbor Pediatrics");
    var person = world.person(Role.SCHEDULER, mine);

    var seen = Scopes.call(world.scopeOf(person), organizations::inScope);

    assertThat(seen).containsExactly(mine);
  }

  @Test
  void sql_without_a_scope_raises_an_error_instead_of_finding_nothing() {
    assertThatThrownBy(() ->
            transactions.executeWithoutResult(status ->
                jdbc.sql("select count(*) from access.organization").query().singleValue()))
        .rootCause()
        .hasMessageContaining("no scope");
  }

  @Test
  void a_row_for_another_clinic_cannot_be_written() {
    var mine = world.clinic("Lakeside Family Medicine");
    var other = world.clinic("Harbor Pediatrics");
    var account = world.person(Role.SCHEDULER, mine).account().value();

    assertThatThrownBy(() ->
            Scopes.run(
                Scope.job(mine.id(), "test"),
                () ->
                    transactions.executeWithoutResult(status ->
                        jdbc.sql(
                                "insert into access.membership (organization_id, account_id, role, granted_at)"
                                    + " values (:o, :a, 'administrator', now())")
                            .param("o", other.id().value())
                            .param("a", account)
                            .update())))
        .rootCause()
        .hasMessageContaining("row-level security");
  }
}
