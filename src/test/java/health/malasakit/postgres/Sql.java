package health.malasakit.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Plain statements as one role, for tests of the server itself. */
final class Sql {

  private Sql() {}

  static Connection connect(String url, Credentials role) throws SQLException {
    return DriverManager.getConnection(url, role.name(), role.password());
  }

  static void run(String url, Credentials role, String sql) throws SQLException {
    try (Connection connection = connect(url, role);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static String one(String url, Credentials role, String query) throws SQLException {
    try (Connection connection = connect(url, role);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
