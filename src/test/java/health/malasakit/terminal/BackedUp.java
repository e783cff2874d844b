package health.malasakit.terminal;

import health.malasakit.Application;
import health.malasakit.TestDatabase;
import health.malasakit.postgres.DatabaseAddress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The commands of backups, in this process, and what a database holds. */
final class BackedUp {

  /** What a command answered. */
  record Answer(int code, String said, String errors) {}

  private BackedUp() {}

  static Answer run(Map<String, String> environment, Object... words) {
    var out = new StringWriter();
    var errors = new StringWriter();
    var texts = java.util.Arrays.stream(words).map(String::valueOf).toArray(String[]::new);
    var opener = new Opener(Application.class, environment);
    int code = Terminal.execute(opener, new PrintWriter(out), new PrintWriter(errors), texts);
    return new Answer(code, out.toString(), errors.toString());
  }

  /** A database of the tests, with the password of the backup role. */
  static Map<String, String> on(DatabaseAddress address, Path home) {
    var environment = new HashMap<>(Program.database(address, home));
    environment.put("MALASAKIT_DATABASE_BACKUP_PASSWORD", address.backupRole() + "_password");
    return environment;
  }

  /** How many rows each table has, counted as somebody for whom nothing is hidden. */
  static Map<String, Long> rows(DatabaseAddress address) throws SQLException {
    try (var superuser = TestDatabase.superuser(address)) {
      return rows(superuser);
    }
  }

  static Map<String, Long> rows(String url, String superuser, String password) throws SQLException {
    try (var connection = DriverManager.getConnection(url, superuser, password)) {
      return rows(connection);
    }
  }

  private static Map<String, Long> rows(java.sql.Connection superuser) throws SQLException {
    var counts = new TreeMap<String, Long>();
    try (var statement = superuser.createStatement();
        var rows =
            statement.executeQuery(
                """
                select c.oid::regclass::text,
                       (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %s', c.oid::regclass),
                         true, true, '')))[1]::text::bigint
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not like 'pg\\_%'
                   and n.nspname not in ('information_schema', 'kernel_history')
                """)) {
      while (rows.next()) {
        counts.put(rows.getString(1), rows.getLong(2));
      }
    }
    return counts;
  }
}
