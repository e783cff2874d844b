package health.malasakit.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

@DisabledIfSystemProperty(
    named = "malasakit.test.database",
    matches = ".+",
    disabledReason = "about the embedded server; the tests run on an external one")
class EmbeddedPostgresTest {

  @TempDir Path directory;

  @Test
  void the_second_start_finds_the_data_of_the_first() throws SQLException {
    Home home = Home.at(directory.resolve("a home"));
    try (EmbeddedPostgres first = EmbeddedPostgres.open(home)) {
      run(first.address(), "create table visit (id int)", "insert into visit values (7)");
    }
    try (EmbeddedPostgres second = EmbeddedPostgres.open(home)) {
      assertThat(number(second.address(), "select id from visit")).isEqualTo(7);
    }
  }

  private static void run(DatabaseAddress address, String... statements) throws SQLException {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static int number(DatabaseAddress address, String query) throws SQLException {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    }
  }

  private static Connection connect(DatabaseAddress address) throws SQLException {
    Credentials owner = address.owner();
    return DriverManager.getConnection(address.url(), owner.name(), owner.password());
  }
}
