package health.malasakit.guards;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills every empty table of a throw-away database with rows that mean nothing, the hot ones with
 * 5000 for each of 20 clinics, so that PostgreSQL plans as it would for a full one. Checks and
 * references between tables are dropped first; keys, exclusions and policies stay.
 */
public final class Crowd {

  static final int CLINICS = 20;
  static final int ROWS_PER_CLINIC = 5_000;
  static final int ROWS_OF_OTHERS = 50;

  /** Tables that grow with patients, visits and looks; the others stay small. */
  static final Set<String> HOT =
      Set.of(
          "access.account",
          "audit.line",
          "audit.listed",
          "coverage.policy",
          "patients.identifier",
          "patients.name_part",
          "patients.patient",
          "patients.phone",
          "patients.search_name",
          "scheduling.occupancy",
          "scheduling.visit",
          "workqueue.promise");

  private static final String CHECKS =
      """
      select format('alter table %s drop constraint if exists %I cascade', k.conrelid::regclass, k.conname)
        from pg_constraint k where k.contype in ('c', 'f') and k.conparentid = 0 and k.coninhcount = 0
         and k.conrelid::regclass::text = any (cast(:tables as text[]))
      """;

  private static final String COLUMNS =
      """
      select quote_ident(a.attname) as name, coalesce(d.typname, t.typname) as type, a.attname = 'organization_id' as clinic
        from pg_attribute a join pg_type t on t.oid = a.atttypid left join pg_type d on d.oid = t.typbasetype
       where a.attrelid = :table::regclass and a.attnum > 0 and not a.attisdropped
         and a.attgenerated = '' and a.attidentity <> 'a'
       order by a.attnum
      """;

  private record Column(String name, String type, boolean clinic) {

    /** A value for row n; distinct for each n wherever the type has room. */
    String value() {
      if (clinic) {
        return "clinic";
      }
      return switch (type) {
        case "uuid" -> "md5('" + name + "' || n)::uuid";
        case "text", "varchar", "bpchar" -> "left(md5('" + name + "' || n), 30)";
        case "xid8" -> "pg_current_xact_id()";
        case "int2" -> "n % 7";
        case "int4", "int8" -> "n";
        case "numeric" -> "n % 1000";
        case "bool" -> "n % 2 = 0";
        case "date" -> "date '2020-01-01' + n / 20";
        case "timestamptz" -> "timestamptz '2020-01-01' + n * interval '30 minutes'";
        case "timestamp" -> "timestamp '2020-01-01' + n * interval '30 minutes'";
        case "time" -> "time '00:00' + n * interval '7 minutes'";
        case "interval" -> "interval '1 minute'";
        case "tstzrange" ->
            "tstzrange(timestamptz '2020-01-01' + n * interval '30 minutes', timestamptz '2020-01-01' + n * interval '30 minutes' + interval '20 minutes')";
        case "daterange" -> "daterange(date '2020-01-01' + n, date '2020-01-02' + n)";
        case "bytea" -> "decode(md5(n::text), 'hex')";
        case "jsonb", "json" -> "'{}'";
        default -> type.startsWith("_") ? "'{}'" : "default_of_type(null)";
      };
    }

    boolean known() {
      return !value().startsWith("default_of_type");
    }
  }

  private final JdbcClient superuser;
  private final int many;
  private final int rowsOfHot;
  private final int rowsOfOthers;

  Crowd(JdbcClient superuser) {
    this(superuser, CLINICS, ROWS_PER_CLINIC, ROWS_OF_OTHERS);
  }

  private Crowd(JdbcClient superuser, int many, int rowsOfHot, int rowsOfOthers) {
    this.superuser = superuser;
    this.many = many;
    this.rowsOfHot = rowsOfHot;
    this.rowsOfOthers = rowsOfOthers;
  }

  /** One row of each table for each of this many clinics. */
  public static Crowd oneRowEach(JdbcClient superuser, int clinics) {
    return new Crowd(superuser, clinics, 1, 1);
  }

  /** Fills the tables; gives the clinics. */
  public List<UUID> fill(List<String> tables) {
    var clinics = java.util.stream.IntStream.range(0, many).mapToObj(n -> new UUID(7, n)).toList();
    // What triggers refuse is no matter of plans, and what they compute is tested where it matters.
    superuser.sql("set session_replication_role = replica").update();
    superuser
        .sql(CHECKS)
        .param("tables", tables.toArray(String[]::new))
        .query(String.class)
        .list()
        .forEach(drop -> superuser.sql(drop).update());
    for (var table : tables) {
      if (superuser
          .sql("select not exists (select from " + table + ")")
          .query(Boolean.class)
          .single()) {
        fill(table, clinics);
      }
    }
    superuser.sql("analyze").update();
    return clinics;
  }

  private void fill(String table, List<UUID> clinics) {
    var columns = columns(table).stream().filter(Column::known).toList();
    var few = table.equals("access.organization") || table.equals("access.restriction");
    var rows = HOT.contains(table) ? rowsOfHot : few ? 1 : rowsOfOthers;
    var names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
    var values = columns.stream().map(Column::value).collect(Collectors.joining(", "));
    superuser
        .sql(
            """
            insert into %s (%s) select %s
              from unnest(:clinics) with ordinality c (clinic, k), generate_series(1, :rows) g (i),
                   lateral (select (k * 1000000 + i)::int as n) numbered
            on conflict do nothing
            """
                .formatted(table, names, values))
        .param("clinics", clinics.toArray(UUID[]::new))
        .param("rows", rows)
        .update();
  }

  private List<Column> columns(String table) {
    return superuser
        .sql(COLUMNS)
        .param("table", table)
        .query((row, n) ->
            new Column(row.getString("name"), row.getString("type"), row.getBoolean("clinic")))
        .list();
  }
}
