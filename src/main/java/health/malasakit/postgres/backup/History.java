package health.malasakit.postgres.backup;

import health.malasakit.kernel.Refused;
import health.malasakit.postgres.Migrations;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Which migrations made a database, and whether this program can make one like it. */
final class History {

  private static final String APPLIED =
      """
      select version, checksum from kernel_history.flyway_schema_history
       where success and version is not null order by installed_rank
      """;

  private static final String THERE =
      "select to_regclass('kernel_history.flyway_schema_history') is not null";

  private History() {}

  /** Whether a Malasakit made this database. */
  static boolean isThere(Connection connection) throws SQLException {
    return Statements.is(connection, THERE);
  }

  static List<Manifest.Migration> of(Connection connection) throws SQLException {
    var all = new ArrayList<Manifest.Migration>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(APPLIED)) {
      while (rows.next()) {
        all.add(new Manifest.Migration(rows.getString(1), rows.getInt(2)));
      }
    }
    return all;
  }

  /** The newest of them, up to which the same are to be made. */
  static String newest(Manifest manifest) {
    return versions(manifest).stream().max(String::compareTo).orElseThrow();
  }

  /**
   * Refuses a file of a newer program, and one whose migrations are not the first of ours.
   *
   * @param file for the sentence
   */
  static void requireKnown(Manifest manifest, Path file) {
    var known = Migrations.known();
    var newest = newest(manifest);
    if (newest.compareTo(known.last()) > 0) {
      throw Refused.conflict("backup.newer", file, newest, known.last());
    }
    if (!known.headSet(newest, true).equals(new java.util.TreeSet<>(versions(manifest)))) {
      throw Refused.conflict("backup.otherwise", file);
    }
  }

  private static List<String> versions(Manifest manifest) {
    return manifest.migrations().stream().map(Manifest.Migration::version).toList();
  }
}
