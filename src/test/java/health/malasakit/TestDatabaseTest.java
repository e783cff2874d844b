package health.malasakit;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.postgres.Credentials;
import health.malasakit.postgres.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

  @Test
  void each_fresh_database_has_roles_of_its_own() throws SQLException {
    DatabaseAddress one = TestDatabase.fresh();
    DatabaseAddress other = TestDatabase.fresh();

    assertThat(one.url()).isNotEqualTo(other.url());
    assertThat(one.application().name()).isNotEqualTo(other.application().name());
    try (Connection owner = connect(one, one.owner());
        Connection application = connect(one, one.application())) {
      assertThat(owner.isValid(1)).isTrue();
      assertThat(application.isValid(1)).isTrue();
    }
  }

  @Test
  void a_migrated_one_is_whole_empty_and_alone() throws SQLException {
    DatabaseAddress one = TestDatabase.migrated();
    DatabaseAddress other = TestDatabase.migrated();

    try (Connection owner = connect(one, one.owner());
        Connection application = connect(one, one.application());
        Connection others = connect(other, other.owner())) {
      run(owner, "create table public.only_here (id int)");
      assertThat(application.isValid(1)).isTrue();
      assertThat(count(owner, "kernel_history.flyway_schema_history where not success")).isZero();
      assertThat(count(owner, "kernel_history.flyway_schema_history")).isGreaterThan(50);
      assertThat(count(owner, "access.account")).isZero();
      assertThat(count(others, "pg_tables where tablename = 'only_here'")).isZero();
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long count(Connection connection, String from) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from " + from)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static Connection connect(DatabaseAddress address, Credentials role) throws SQLException {
    return DriverManager.getConnection(address.url(), role.name(), role.password());
  }
}
