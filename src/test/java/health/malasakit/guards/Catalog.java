package health.malasakit.guards;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the migrated database says about itself. Each finding is one line. */
public final class Catalog {

  private static final String OURS =
      """
      n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'public', 'kernel_history')
      """;

  private static final String TABLES =
      """
      select n.nspname || '.' || c.relname
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and not c.relispartition and %s order by 1
      """
          .formatted(OURS);

  private static final String UNPROTECTED =
      """
      select t || ': row-level security is not on and forced, or has no policy for reading'
        from unnest(cast(:tables as text[])) t join pg_class c on c.oid = t::regclass
       where not (c.relrowsecurity and c.relforcerowsecurity
                  and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'scope_read'))
      """;

  private static final String NOT_LED =
      """
      select t || ': its first column is not organization_id, or may be null'
        from unnest(cast(:tables as text[])) t
       where not exists (select from pg_attribute a where a.attrelid = t::regclass and a.attnum = 1
                            and a.attname = 'organization_id' and a.attnotnull)
      """;

  private static final String KEYS_NOT_LED =
      """
      select t || '.' || k.relname || ': a key that does not lead with organization_id'
        from unnest(cast(:tables as text[])) t
        join pg_index i on i.indrelid = t::regclass join pg_class k on k.oid = i.indexrelid
       where (i.indisunique or i.indisprimary or i.indisexclusion)
         and not exists (select from pg_attribute a where a.attrelid = i.indrelid
                            and a.attnum = i.indkey[0] and a.attname = 'organization_id')
         and not t || '.' || k.relname = any (cast(:global as text[]))
      """;

  private static final String NO_KEY =
      """
      select t || ': no primary key' from unnest(cast(:tables as text[])) t
       where not exists (select from pg_index i where i.indrelid = t::regclass and i.indisprimary)
      """;

  private static final String REFERENCES_NOT_LED =
      """
      select t || '.' || f.conname || ': a foreign key that does not lead with organization_id'
        from unnest(cast(:tables as text[])) t join pg_constraint f on f.conrelid = t::regclass and f.contype = 'f'
        join pg_attribute a on a.attrelid = f.confrelid and a.attnum = f.confkey[1]
       where f.conparentid = 0 and f.confrelid::regclass::text = any (cast(:tables as text[]))
         and (a.attname <> 'organization_id'
              or not exists (select from pg_attribute o where o.attrelid = f.conrelid
                                and o.attnum = f.conkey[1] and o.attname = 'organization_id'))
      """;

  private static final String UNCOMMENTED =
      """
      select t || ': no comment' from unnest(cast(:tables as text[])) t
       where obj_description(t::regclass, 'pg_class') is null
      """;

  private static final String DEFINERS =
      """
      select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where p.prosecdef and %s order by 1
      """
          .formatted(OURS);

  private static final String OPEN_PARTITIONS =
      """
      select c.oid::regclass || ': a partition that can be reached past its table''s policies'
        from pg_class c
       where c.relispartition and has_table_privilege(:application, c.oid, 'select, insert, update, delete')
      """;

  private static final String POWERS =
      """
      select r.rolname || ' is a superuser, bypasses policies or owns something' from pg_roles r
       where r.rolname = :application
         and (r.rolsuper or r.rolbypassrls or exists (select from pg_class c where c.relowner = r.oid))
      """;

  private final JdbcClient jdbc;

  /** Of the database to which this leads. */
  public Catalog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All tables of ours, schema and name. */
  public List<String> tables() {
    return jdbc.sql(TABLES).query(String.class).list();
  }

  Set<String> schemas() {
    return tables().stream()
        .map(table -> table.substring(0, table.indexOf('.')))
        .collect(Collectors.toSet());
  }

  List<String> definers() {
    return jdbc.sql(DEFINERS).query(String.class).list();
  }

  List<String> businessTables() {
    return tables().stream()
        .filter(table -> !TablesWithoutOrganization.REASONS.containsKey(table))
        .toList();
  }

  List<String> findings(String application) {
    var all = tables().toArray(String[]::new);
    var business = businessTables().toArray(String[]::new);
    var global = TablesWithoutOrganization.GLOBAL_KEYS.keySet().toArray(String[]::new);
    return java.util.stream.Stream.of(
            of(UNPROTECTED, business, global),
            of(NOT_LED, business, global),
            of(KEYS_NOT_LED, business, global),
            of(REFERENCES_NOT_LED, business, global),
            of(NO_KEY, all, global),
            of(UNCOMMENTED, all, global),
            role(OPEN_PARTITIONS, application),
            role(POWERS, application))
        .flatMap(List::stream)
        .toList();
  }

  private List<String> of(String question, String[] tables, String[] global) {
    return jdbc.sql(question)
        .param("tables", tables)
        .param("global", global)
        .query(String.class)
        .list();
  }

  private List<String> role(String question, String application) {
    return jdbc.sql(question).param("application", application).query(String.class).list();
  }
}
