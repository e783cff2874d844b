package health.malasakit.postgres.backup;

import health.malasakit.postgres.Credentials;
import health.malasakit.postgres.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Plain statements on a connection of one's own. */
final class Statements {

  /** So that the same rows are the same bytes on every server. */
  private static final String AS_WRITTEN_ANYWHERE =
      """
      set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres';
      set extra_float_digits = 3; set bytea_output = 'hex'; set search_path = '';
      set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0
      """;

  private Statements() {}

  static Connection connect(DatabaseAddress address, Credentials role) throws SQLException {
    var connection = DriverManager.getConnection(address.url(), role.name(), role.password());
    run(connection, AS_WRITTEN_ANYWHERE);
    return connection;
  }

  static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static void runAll(Connection connection, List<String> statements) throws SQLException {
    for (var sql : statements) {
      run(connection, sql);
    }
  }

  static List<String> texts(Connection connection, String query) throws SQLException {
    var texts = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  static boolean is(Connection connection, String query) throws SQLException {
    return texts(connection, query).equals(List.of("t"));
  }
}
