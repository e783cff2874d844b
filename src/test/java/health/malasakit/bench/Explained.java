package health.malasakit.bench;

import health.malasakit.postgres.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the statements of a request that read the audit did, by EXPLAIN ANALYZE in the same
 * transactions as the application role.
 *
 * @param rows read by all scans together, those that a filter then dropped included
 * @param whole tables of which every page was read, where there are more than a few
 */
record Explained(int statements, long rows, double millis, SortedSet<String> whole) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int FEW = 1_000;

  /** What the request wrote is there already, and is no part of reading. */
  private static final Pattern WRITES = Pattern.compile("\\s*(insert|update|delete)\\b");

  static Explained of(DatabaseAddress address, List<Recorder.Step> steps) throws SQLException {
    var all = new Counted();
    var as = address.application();
    try (var connection = DriverManager.getConnection(address.url(), as.name(), as.password())) {
      for (var step : steps) {
        switch (step) {
          case Recorder.Step.Auto auto -> connection.setAutoCommit(auto.on());
          case Recorder.Step.End end -> end(connection);
          case Recorder.Step.Ask ask -> ask(connection, ask, all);
        }
      }
    }
    return new Explained(all.statements, all.rows, all.millis, all.whole);
  }

  private static final class Counted {
    private int statements;
    private long rows;
    private double millis;
    private final SortedSet<String> whole = new TreeSet<>();
  }

  private static void end(Connection connection) throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
    }
  }

  private static void ask(Connection connection, Recorder.Step.Ask ask, Counted all)
      throws SQLException {
    if (WRITES.matcher(ask.sql()).lookingAt()) {
      return;
    }
    var reads = ask.sql().strip().startsWith("select") && ask.sql().contains("from audit.");
    var sql = reads ? "explain (analyze, format json) " + ask.sql() : ask.sql();
    try (var statement = connection.prepareStatement(sql)) {
      for (var value : ask.values()) {
        value.set().invoke(statement, value.arguments());
      }
      if (!statement.execute() || !reads) {
        return;
      }
      try (var plan = statement.getResultSet()) {
        plan.next();
        var root = JSON.readTree(plan.getString(1)).get(0);
        all.statements++;
        all.millis += root.get("Execution Time").asDouble();
        count(root.get("Plan"), all);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void count(JsonNode node, Counted all) {
    if (node.get("Node Type").asString().contains("Scan") && node.has("Relation Name")) {
      double loops = node.get("Actual Loops").asDouble();
      double dropped = node.path("Rows Removed by Filter").asDouble(0);
      long rows = (long) (loops * (node.get("Actual Rows").asDouble() + dropped));
      all.rows += rows;
      if (node.get("Node Type").asString().equals("Seq Scan") && rows > FEW) {
        all.whole.add(node.get("Relation Name").asString());
      }
    }
    for (var child : node.path("Plans")) {
      count(child, all);
    }
  }
}
