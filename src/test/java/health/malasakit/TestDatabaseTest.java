package health.malasakit;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.postgres.Credentials;
import health.malasakit.postgres.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
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

  private static Connection connect(DatabaseAddress address, Credentials role) throws SQLException {
    return DriverManager.getConnection(address.url(), role.name(), role.password());
  }
}
