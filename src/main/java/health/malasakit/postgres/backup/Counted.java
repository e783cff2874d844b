package health.malasakit.postgres.backup;

import java.util.Map;

/** How many rows each table has in a file, by the name of the table. */
public record Counted(Map<String, Long> rowsOf) {

  public Counted {
    rowsOf = Map.copyOf(rowsOf);
  }

  public int tables() {
    return rowsOf.size();
  }

  /** Of all tables together. */
  public long rows() {
    return rowsOf.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Of one; none when there was no such table yet. */
  public long in(String table) {
    return rowsOf.getOrDefault(table, 0L);
  }
}
