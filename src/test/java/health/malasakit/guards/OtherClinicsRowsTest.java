package health.malasakit.guards;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.TestDatabase;
import health.malasakit.postgres.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Every table that the catalog has with an organization, as the application's role for one clinic:
 * rows of another are not read, written, taken or given away. Rows are made of the catalog alone.
 */
class OtherClinicsRowsTest {

  private static final String TABLES =
      """
      select c.oid::regclass::text from pg_attribute a
        join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       where a.attname = 'organization_id' and not a.attisdropped and c.relkind in ('r', 'p')
         and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema')
       order by 1
      """;

  private static final String COLUMNS =
      """
      select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
       where a.attrelid = cast(:table as regclass) and a.attnum > 0 and not a.attisdropped
         and a.attgenerated = '' and a.attidentity <> 'a'
      """;

  /** SQLSTATE of what a policy or a missing right forbids. */
  private static final String FORBIDDEN = "42501";

  /** Class of SQLSTATE of what a key forbids: the policies had nothing against it. */
  private static final String KEY = "23";

  private static DatabaseAddress address;
  private static Connection all;
  private static Connection application;
  private static JdbcClient superuser;
  private static List<String> tables;
  private static UUID mine;
  private static UUID other;

  @BeforeAll
  static void twoClinicsWithARowInEachTable() throws SQLException {
    address = TestDatabase.migrated();
    all = TestDatabase.superuser(address);
    superuser = JdbcClient.create(new SingleConnectionDataSource(all, true));
    var clinics = Crowd.oneRowEach(superuser, 2).fill(new Catalog(superuser).tables());
    mine = clinics.getFirst();
    other = clinics.getLast();
    tables = superuser.sql(TABLES).query(String.class).list();
    // What triggers compute or refuse of rows that mean nothing is no matter of whose they are.
    tables.forEach(
        table -> superuser.sql("alter table " + table + " disable trigger all").update());
    var role = address.application();
    application = DriverManager.getConnection(address.url(), role.name(), role.password());
    application.setAutoCommit(false);
  }

  @AfterAll
  static void close() throws SQLException {
    application.close();
    all.close();
  }

  @Test
  void nothing_of_another_clinic_is_read_or_written_in_any_table() throws SQLException {
    assertThat(tables).hasSizeGreaterThan(50).contains("scheduling.visit", "audit.line");

    assertThat(reached(tables)).isEmpty();
  }

  @Test
  void a_table_whose_policies_are_gone_too_wide_or_do_not_mind_what_is_written_is_found()
      throws SQLException {
    superuser.sql("drop policy scope_read on directory.site").update();
    superuser.sql("alter table directory.resource disable row level security").update();
    superuser.sql("drop policy scope_insert on directory.notice").update();
    superuser
        .sql("create policy scope_insert on directory.notice for insert with check (true)")
        .update();
    superuser.sql("alter table scheduling.hold disable row level security").update();
    try {
      assertThat(
              reached(
                  List.of(
                      "directory.site",
                      "directory.resource",
                      "directory.notice",
                      "scheduling.hold")))
          .contains(
              "directory.site: of 1 own rows 0 are read",
              "directory.resource: 1 rows are read",
              "directory.resource: 1 rows are changed",
              "directory.resource: a row of mine is given there",
              "directory.notice: a row is put there",
              "scheduling.hold: 1 rows are deleted");
    } finally {
      all.close();
      application.close();
      twoClinicsWithARowInEachTable();
    }
  }

  /** What could be reached that is another clinic's, one line each. */
  private static List<String> reached(List<String> asked) throws SQLException {
    var found = new ArrayList<String>();
    for (var table : asked) {
      var own = count(table, mine);
      var seen =
          counted("select count(*) from " + table + " where organization_id = '" + mine + "'");
      if (own == 0 || seen != own) {
        found.add(table + ": of " + own + " own rows " + seen + " are read");
      }
      var theirs = "where organization_id = '" + other + "'";
      some(counted("select count(*) from " + table + " " + theirs), table, "read", found);
      some(
          written("update " + table + " set organization_id = organization_id " + theirs),
          table,
          "changed",
          found);
      some(written("delete from " + table + " " + theirs), table, "deleted", found);
      if (written(
              "update "
                  + table
                  + " set organization_id = '"
                  + other
                  + "' where organization_id = '"
                  + mine
                  + "'")
          > 0) {
        found.add(table + ": a row of mine is given there");
      }
      if (written(copy(table)) > 0) {
        found.add(table + ": a row is put there");
      }
    }
    return found;
  }

  private static void some(long rows, String table, String what, List<String> found) {
    if (rows > 0) {
      found.add(table + ": " + rows + " rows are " + what);
    }
  }

  /**
   * A row of another clinic as it stands, once more: past the policies only its key is in the way.
   */
  private static String copy(String table) {
    var columns = superuser.sql(COLUMNS).param("table", table).query(String.class).single();
    var row =
        superuser
            .sql("select to_jsonb(r)::text from " + table + " r where organization_id = :other")
            .param("other", other)
            .query(String.class)
            .list()
            .getFirst();
    return "insert into %s (%s) select %s from jsonb_populate_record(null::%s, '%s')"
        .formatted(table, columns, columns, table, row.replace("'", "''"));
  }

  private static long count(String table, UUID clinic) {
    return superuser
        .sql("select count(*) from " + table + " where organization_id = :clinic")
        .param("clinic", clinic)
        .query(Long.class)
        .single();
  }

  private static long counted(String select) throws SQLException {
    return inScope(select, true);
  }

  private static long written(String statement) throws SQLException {
    return inScope(statement, false);
  }

  /**
   * As the application for one clinic; all is taken back. A right that is missing gives nothing.
   */
  private static long inScope(String sql, boolean asks) throws SQLException {
    try (var statement = application.createStatement()) {
      statement.execute("select set_config('malasakit.organizations', '{" + mine + "}', true)");
      if (!asks) {
        return statement.executeUpdate(sql);
      }
      var rows = statement.executeQuery(sql);
      rows.next();
      return rows.getLong(1);
    } catch (SQLException no) {
      if (FORBIDDEN.equals(no.getSQLState())) {
        return 0;
      }
      if (no.getSQLState().startsWith(KEY)) {
        return 1;
      }
      throw new SQLException(sql.lines().map(String::strip).collect(Collectors.joining(" ")), no);
    } finally {
      application.rollback();
    }
  }
}
