package health.malasakit.postgres;

import health.malasakit.kernel.Sentences;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The mark of a database into which a restore is under way, or was stopped. It is a schema without
 * anything, and goes in the transaction that brings the rows; with it nothing starts there.
 */
public final class Unfinished {

  private static final String SCHEMA = "malasakit_restoring";

  private static final String THERE = "select to_regnamespace('%s') is not null".formatted(SCHEMA);

  private Unfinished() {}

  /** From here on nothing starts on this database. */
  public static void begin(Connection owner) throws SQLException {
    run(owner, "create schema " + SCHEMA);
  }

  /** With the transaction of this connection it is a database as any other. */
  public static void end(Connection owner) throws SQLException {
    run(owner, "drop schema " + SCHEMA);
  }

  static void refuse(DatabaseAddress address) {
    var owner = address.owner();
    try (var connection =
            DriverManager.getConnection(address.url(), owner.name(), owner.password());
        var statement = connection.createStatement();
        var row = statement.executeQuery(THERE)) {
      row.next();
      if (row.getBoolean(1)) {
        throw new DatabaseRefused(Sentences.of("postgres.unfinished"));
      }
    } catch (SQLException e) {
      throw new DatabaseRefused(
          Sentences.of("postgres.no_connection", owner.name(), e.getMessage()), e);
    }
  }

  private static void run(Connection owner, String sql) throws SQLException {
    try (var statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }
}
