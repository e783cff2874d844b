package health.malasakit.audit;

import health.malasakit.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SealStore {

  private static final String TRY_LOCK =
      """
      select pg_try_advisory_xact_lock(hashtextextended('audit.seal ' || :organization, 0))
      """;

  private static final String HEAD =
      """
      select position, line_id, line_transaction::text as line_transaction, chain_hash
        from audit.seal where organization_id = :organization order by position desc limit 1
      """;

  /**
   * An index of every partition leads with exactly this order, so only new lines are read. In a
   * database that was restored on another server lines of old transactions lie among the new ones;
   * they have their seals.
   */
  private static final String NEXT_LINES =
      """
      select l.organization_id, l.id, l.at, l.account_id, l.actor, l.country, l.task, l.act,
             l.subject, l.subject_id, l.patient_id, l.detail, l.transaction_id::text,
             (select array_agg(d.patient_id order by d.patient_id) from audit.listed d
               where d.organization_id = l.organization_id and d.line_id = l.id) as listed
        from audit.line l
       where l.organization_id = :organization
         and (l.transaction_id, l.id) > (cast(:transaction as xid8), :line)
         and l.transaction_id < pg_snapshot_xmin(pg_current_snapshot())
         and not exists (select 1 from audit.seal s
               where s.organization_id = l.organization_id and s.line_id = l.id)
       order by l.transaction_id, l.id
       limit :most
      """;

  private static final String ADD =
      """
      insert into audit.seal (organization_id, position, line_id, line_transaction, line_hash,
                              chain_hash, sealed_at)
      select :organization, position, line, cast(transaction as xid8),
             decode(line_hash, 'hex'), decode(chain_hash, 'hex'), :now
        from unnest(cast(:positions as bigint[]), cast(:lines as uuid[]),
                    cast(:transactions as text[]), cast(:lineHashes as text[]),
                    cast(:chainHashes as text[]))
             as fresh (position, line, transaction, line_hash, chain_hash)
      """;

  private static final String SEALED_AFTER =
      """
      select s.position, s.line_id as sealed_id, s.line_hash, s.chain_hash,
             l.organization_id, l.id, l.at, l.account_id, l.actor, l.country, l.task, l.act,
             l.subject, l.subject_id, l.patient_id, l.detail,
             coalesce(l.transaction_id, s.line_transaction)::text as transaction_id,
             (select array_agg(d.patient_id order by d.patient_id) from audit.listed d
               where d.organization_id = s.organization_id and d.line_id = s.line_id) as listed
        from audit.seal s
        left join audit.line l on l.organization_id = s.organization_id and l.id = s.line_id
       where s.organization_id = :organization and s.position > :position
       order by s.position
       limit :most
      """;

  private static final String UNSEALED_AFTER =
      """
      select l.id, s.position is not null or l.at >= :before as fine
        from audit.line l
        left join audit.seal s on s.organization_id = l.organization_id and s.line_id = l.id
       where l.organization_id = :organization and l.id > :after
       order by l.id
       limit :most
      """;

  private static final UUID LEAST = new UUID(0, 0);

  private final JdbcClient jdbc;

  SealStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A line that has a seal, or a seal whose line is gone. */
  record Sealed(
      long position, UUID id, String lineHash, String chainHash, @Nullable LineRow line) {}

  /** A line by its id, and whether it has a seal or is too young to need one. */
  record Seen(UUID id, boolean fine) {}

  boolean tryLock(OrganizationId organization) {
    return of(TRY_LOCK, organization)
        .param("organization", organization.toString())
        .query(Boolean.class)
        .single();
  }

  Chain head(OrganizationId organization) {
    return of(HEAD, organization)
        .query((row, n) ->
            new Chain(
                organization,
                row.getLong("position"),
                Optional.of(row.getObject("line_id", UUID.class)),
                row.getString("line_transaction"),
                Chain.hex(row.getBytes("chain_hash"))))
        .optional()
        .orElseGet(() -> Chain.empty(organization));
  }

  List<LineRow> linesAfter(Chain head, int most) {
    return of(NEXT_LINES, head.organization())
        .param("transaction", head.transaction())
        .param("line", head.line().orElse(LEAST))
        .param("most", most)
        .query(LineRow::of)
        .list();
  }

  void add(List<Chain> chain, List<String> lineHashes, Instant now) {
    of(ADD, chain.getFirst().organization())
        .param("positions", chain.stream().map(Chain::position).toArray(Long[]::new))
        .param("lines", chain.stream().map(link -> link.line().orElseThrow()).toArray(UUID[]::new))
        .param("transactions", chain.stream().map(Chain::transaction).toArray(String[]::new))
        .param("lineHashes", lineHashes.toArray(String[]::new))
        .param("chainHashes", chain.stream().map(Chain::hash).toArray(String[]::new))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  List<Sealed> sealedAfter(OrganizationId organization, long position, int most) {
    return of(SEALED_AFTER, organization)
        .param("position", position)
        .param("most", most)
        .query(SealStore::sealed)
        .list();
  }

  List<Seen> linesAfter(OrganizationId organization, UUID after, Instant before, int most) {
    return of(UNSEALED_AFTER, organization)
        .param("after", after)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .query((row, n) -> new Seen(row.getObject("id", UUID.class), row.getBoolean("fine")))
        .list();
  }

  private JdbcClient.StatementSpec of(String sql, OrganizationId organization) {
    return jdbc.sql(sql).param("organization", organization.value());
  }

  static Sealed sealed(ResultSet row, int number) throws SQLException {
    var there = row.getObject("id", UUID.class) != null;
    return new Sealed(
        row.getLong("position"),
        row.getObject("sealed_id", UUID.class),
        Chain.hex(row.getBytes("line_hash")),
        Chain.hex(row.getBytes("chain_hash")),
        there ? LineRow.of(row, number) : null);
  }
}
