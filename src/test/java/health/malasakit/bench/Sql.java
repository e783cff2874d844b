package health.malasakit.bench;

import health.malasakit.postgres.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Plain statements of the bench, sent as the owner. */
final class Sql {

  private Sql() {}

  static Connection owner(DatabaseAddress address) throws SQLException {
    return DriverManager.getConnection(
        address.url(), address.owner().name(), address.owner().password());
  }

  static void run(Connection connection, String sql, Object... values) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(values.length == 0 ? sql : sql.formatted(values));
    }
  }

  static List<String> texts(Connection connection, String question, Object... values)
      throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(values.length == 0 ? question : question.formatted(values))) {
      var texts = new ArrayList<String>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }
}
