package health.malasakit.postgres.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Takes from the tables what stands in the way of a load, and brings it back, as their owner and
 * inside one transaction: foreign keys (made anew, so every row is looked at again), triggers (they
 * judge an act, and these acts were judged once), and that policies bind the owner too.
 */
record Bare(List<String> before, List<String> after) {

  private static final String OURS =
      """
      and n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'kernel_history')
      """;

  private static final String KEYS =
      """
      select format('alter table %%s %s constraint %%I %%s', k.conrelid::regclass, k.conname, %s)
        from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
       where k.contype = 'f' and k.conparentid = 0 %s order by 1
      """;

  private static final String TRIGGERS =
      """
      select distinct format('alter table %%s %s trigger user', t.tgrelid::regclass)
        from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
       where not t.tgisinternal %s order by 1
      """;

  private static final String POLICIES =
      """
      select format('alter table %%s %s row level security', c.oid::regclass)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relforcerowsecurity %s order by 1
      """;

  /** Looks at the tables as they are. */
  static Bare of(Connection owner) throws SQLException {
    var before = new java.util.ArrayList<String>();
    var after = new java.util.ArrayList<String>();
    before.addAll(Statements.texts(owner, KEYS.formatted("drop", "''", OURS)));
    before.addAll(Statements.texts(owner, TRIGGERS.formatted("disable", OURS)));
    before.addAll(Statements.texts(owner, POLICIES.formatted("no force", OURS)));
    after.addAll(
        Statements.texts(owner, KEYS.formatted("add", "pg_get_constraintdef(k.oid)", OURS)));
    after.addAll(Statements.texts(owner, TRIGGERS.formatted("enable", OURS)));
    after.addAll(Statements.texts(owner, POLICIES.formatted("force", OURS)));
    return new Bare(before, after);
  }
}
