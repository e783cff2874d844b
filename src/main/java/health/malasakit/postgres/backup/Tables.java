package health.malasakit.postgres.backup;

import health.malasakit.kernel.Refused;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** Which tables there are, as the catalog of a connection tells it. */
final class Tables {

  private static final String ALL =
      """
      select format('%I.%I', n.nspname, c.relname),
             (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
               where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '')
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not like 'pg\\_%'
         and n.nspname not in ('information_schema', 'kernel_history')
       order by 1
      """;

  /** A policy that hides rows would leave them out without a word. */
  private static final String NOT_READ_WHOLE =
      """
      with me as (select oid from pg_roles where rolname = current_user)
      select format('%I.%I', n.nspname, c.relname)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join me
       where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not like 'pg\\_%'
         and n.nspname not in ('information_schema', 'kernel_history')
         and (not has_table_privilege(c.oid, 'select')
              or c.relrowsecurity
                 and (not exists (select from pg_policy p
                        where p.polrelid = c.oid and p.polpermissive and p.polcmd in ('*', 'r')
                          and p.polroles && array[0::oid, me.oid]
                          and pg_get_expr(p.polqual, p.polrelid) = 'true')
                      or exists (select from pg_policy p
                        where p.polrelid = c.oid and not p.polpermissive and p.polcmd in ('*', 'r')
                          and p.polroles && array[0::oid, me.oid])))
       order by 1
      """;

  private static final String ANY =
      """
      select exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%'
          and n.nspname <> 'information_schema')
      """;

  private static final String SEQUENCES = "select exists (select from pg_sequences)";

  private Tables() {}

  /** A table; its columns but for those that follow from others. */
  record Table(String name, String columns) {

    String in() {
      return "copy %s (%s) from stdin".formatted(name, columns);
    }

    String out() {
      return "copy (select %s from %s) to stdout".formatted(columns, name);
    }

    void copyTo(Connection connection, OutputStream to) throws SQLException, IOException {
      connection.unwrap(PGConnection.class).getCopyAPI().copyOut(out(), to);
    }
  }

  /** All of them but the history of the migrations, which each database has of its own. */
  static List<Table> all(Connection connection) throws SQLException {
    var tables = new ArrayList<Table>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(ALL)) {
      while (rows.next()) {
        tables.add(new Table(rows.getString(1), rows.getString(2)));
      }
    }
    return tables;
  }

  /**
   * Refuses when this connection would not see every row of every table, or when there is something
   * that is no table and would be left out.
   */
  static void requireAllRead(Connection connection) throws SQLException {
    var hidden = Statements.texts(connection, NOT_READ_WHOLE);
    if (!hidden.isEmpty()) {
      throw Refused.conflict("backup.unread", String.join(", ", hidden));
    }
    if (Statements.is(connection, SEQUENCES)) {
      throw new IllegalStateException("sequences are not copied, and ids are made in Java");
    }
  }

  static boolean any(Connection connection) throws SQLException {
    return Statements.is(connection, ANY);
  }
}
