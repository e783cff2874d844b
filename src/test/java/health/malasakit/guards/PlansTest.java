package health.malasakit.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.TestDatabase;
import health.malasakit.postgres.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Explains every statement as the application's role, policies on, over 100 thousand rows in 20
 * clinics: none may read a whole table, unless listed here with its reason.
 */
@Tag("slow")
class PlansTest {

  /** Statements that read a whole table, with the reason why that is right. */
  private static final Map<String, String> SCANS =
      Map.of(
          "AccountStore.ANY", "stops at the first row",
          "Store.FORGET_OTHERS", "links live for days at most; few are open at once");

  /** Names in plans, without schema; the rest of a partitioned table counts as the table. */
  private static final Set<String> HOT =
      Crowd.HOT.stream()
          .map(table -> table.substring(table.indexOf('.') + 1))
          .collect(Collectors.toSet());

  private static final Pattern SCAN = Pattern.compile("Seq Scan on (\\w+)");

  private static DatabaseAddress address;
  private static UUID clinic;
  private static Connection application;

  @BeforeAll
  static void fill() throws SQLException {
    address = TestDatabase.migrated();
    try (var superuser = TestDatabase.superuser(address)) {
      var client = JdbcClient.create(new SingleConnectionDataSource(superuser, true));
      clinic = new Crowd(client).fill(new Catalog(client).tables()).getFirst();
    }
    var role = address.application();
    application =
        DriverManager.getConnection(
            address.url() + "?preferQueryMode=simple", role.name(), role.password());
    application.setAutoCommit(false);
  }

  @AfterAll
  static void leave() throws SQLException {
    application.close();
  }

  @Test
  void no_statement_reads_a_whole_table() throws SQLException {
    List<String> found = new ArrayList<>();
    for (var statement : Statements.all()) {
      if (!SCANS.containsKey(statement.name())) {
        scans(statement).forEach(table -> found.add(statement.name() + " reads all of " + table));
      }
    }

    assertThat(found).isEmpty();
  }

  @Test
  void a_statement_that_no_index_serves_is_found() throws SQLException {
    var unserved =
        new Statements.Statement(
            "access", "TRIED", "select id from access.account where display_name = ?");

    assertThat(scans(unserved)).containsExactly("account");
  }

  @Test
  void a_statement_that_cannot_be_planned_is_named_and_spoils_no_other() throws SQLException {
    var broken =
        new Statements.Statement(
            "access", "BROKEN", "select id from access.account where 1 / 0 = 1 and id = ?");
    var served =
        new Statements.Statement("access", "SERVED", "select id from access.account where id = ?");

    assertThatThrownBy(() -> scans(broken)).hasMessageContaining("BROKEN: ");
    assertThat(scans(served)).isEmpty();
  }

  /**
   * Hot tables as PostgreSQL plans by itself; of the small ones it would read all of a page or two,
   * so there it is asked whether an index could serve at all.
   */
  private static Set<String> scans(Statements.Statement statement) throws SQLException {
    return Stream.concat(
            scanned(plan(statement, "on")).filter(HOT::contains),
            scanned(plan(statement, "off")).filter(table -> !HOT.contains(table)))
        .collect(Collectors.toSet());
  }

  private static Stream<String> scanned(String plan) {
    return SCAN.matcher(plan).results().map(found -> found.group(1).replaceFirst("_rest$", ""));
  }

  /** The plan that serves any parameters, as a server that has asked often enough uses it. */
  private static String plan(Statements.Statement statement, String seqScan) throws SQLException {
    var nothing =
        IntStream.range(0, statement.parameters())
            .mapToObj(n -> "null")
            .collect(Collectors.joining(", "));
    var given = nothing.isEmpty() ? "" : "(" + nothing + ")";
    try {
      execute("set local plan_cache_mode = force_generic_plan");
      execute("set local enable_seqscan = " + seqScan);
      execute("select set_config('malasakit.organizations', '{" + clinic + "}', true)");
      execute("prepare asked as " + statement.numbered());
      return explained("explain execute asked" + given);
    } catch (SQLException e) {
      throw new SQLException(statement.name() + ": " + e.getMessage(), e);
    } finally {
      application.rollback();
      // What was prepared outlives the rollback, and the next statement needs its name.
      execute("deallocate all");
    }
  }

  private static String explained(String sql) throws SQLException {
    try (var statement = application.createStatement();
        var lines = statement.executeQuery(sql)) {
      var plan = new StringBuilder();
      while (lines.next()) {
        plan.append(lines.getString(1)).append('\n');
      }
      return plan.toString();
    }
  }

  private static void execute(String sql) throws SQLException {
    try (var statement = application.createStatement()) {
      statement.execute(sql);
    }
  }
}
