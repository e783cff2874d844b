package health.malasakit.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import health.malasakit.MalasakitTest;
import health.malasakit.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MalasakitTest
class LostCommitTest {

  private final TransactionTemplate transactions;
  private final JdbcClient jdbc;

  LostCommitTest(TransactionTemplate transactions, JdbcClient jdbc) {
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  @Test
  void a_connection_that_is_lost_before_the_commit_counts_as_a_database_that_is_away() {
    var thrown =
        catchThrowable(() ->
            transactions.executeWithoutResult(
                status -> end(jdbc.sql("select pg_backend_pid()").query(Integer.class).single())));

    assertThat(Outage.in(thrown)).as(String.valueOf(thrown)).isTrue();
  }

  private static void end(int backend) {
    try (var superuser = TestDatabase.superuser(TestDatabase.address());
        var statement = superuser.createStatement()) {
      statement.execute("select pg_terminate_backend(" + backend + ", 5000)");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
