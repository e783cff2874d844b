package health.malasakit.audit;

import health.malasakit.kernel.OrganizationId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The parts of the line table, by half years, asked and changed as the owner: the application's
 * role may do none of this. Names of parts come from the catalog and fit one pattern.
 */
final class Parts {

  private final JdbcClient owner;

  Parts(JdbcClient owner) {
    this.owner = owner;
  }

  /**
   * A part of the line table.
   *
   * @param name the half year by its first month, {@code 2026_01}
   */
  record Part(String name) {

    LocalDate begin() {
      return LocalDate.parse(name.replace('_', '-') + "-01");
    }

    LocalDate end() {
      return begin().plusMonths(6);
    }

    UUID first() {
      return idAt(begin());
    }

    UUID firstAfter() {
      return idAt(end());
    }

    private static UUID idAt(LocalDate day) {
      Instant begin = day.atStartOfDay().toInstant(ZoneOffset.UTC);
      return AuditLineStore.firstIdOf(begin);
    }
  }

  /** Those that are still in the database, oldest first. */
  List<Part> all() {
    return owner
        .sql(
            """
            select substr(c.relname, 6) from pg_inherits i join pg_class c on c.oid = i.inhrelid
             where i.inhparent = 'audit.line'::regclass and c.relname ~ '^line_[0-9]{4}_[0-9]{2}$'
             order by 1
            """)
        .query((row, n) -> new Part(row.getString(1)))
        .list();
  }

  /** Whether no other run archives; until {@link #endAlone} or the end of the connection. */
  boolean beginAlone() {
    return owner
        .sql("select pg_try_advisory_lock(hashtextextended('audit.archive', 0))")
        .query(Boolean.class)
        .single();
  }

  void endAlone() {
    owner
        .sql("select pg_advisory_unlock(hashtextextended('audit.archive', 0))")
        .query(Boolean.class)
        .single();
  }

  /**
   * Nobody writes to it until the transaction ends. From here on no lock is waited for long: behind
   * one that waits to detach the part, every act of every clinic would wait to write its line.
   */
  void lock(Part part) {
    owner.sql("set local lock_timeout = '3s'").update();
    owner.sql("lock table only audit.line_%s in share mode".formatted(part.name())).update();
  }

  boolean hasUnsealed(Part part) {
    return owner
        .sql(
            """
            select exists (select 1 from audit.line_%s l
              where not exists (select 1 from audit.seal s
                where s.organization_id = l.organization_id and s.line_id = l.id))
            """
                .formatted(part.name()))
        .query(Boolean.class)
        .single();
  }

  /** Those with lines or seals in it: of a line that was deleted the seal alone is left. */
  List<OrganizationId> organizations(Part part) {
    return owner
        .sql(
            """
            select organization_id from audit.line_%s
            union
            select organization_id from audit.seal where line_id >= :first and line_id < :after
             order by 1
            """
                .formatted(part.name()))
        .param("first", part.first())
        .param("after", part.firstAfter())
        .query((row, n) -> new OrganizationId(row.getObject(1, UUID.class)))
        .list();
  }

  /** The chain up to a position; empty when its seal is no more in the database. */
  Optional<Chain> chainAt(OrganizationId organization, long position) {
    return position == 0
        ? Optional.of(Chain.empty(organization))
        : owner
            .sql(
                """
                select chain_hash from audit.seal
                 where organization_id = :organization and position = :position
                """)
            .param("organization", organization.value())
            .param("position", position)
            .query((row, n) ->
                new Chain(organization, position, Optional.empty(), "", Chain.hex(row.getBytes(1))))
            .optional();
  }

  /** The first position in the database after another. */
  Optional<Long> next(OrganizationId organization, long position) {
    return owner
        .sql(
            """
            select position from audit.seal
             where organization_id = :organization and position > :position
             order by position limit 1
            """)
        .param("organization", organization.value())
        .param("position", position)
        .query(Long.class)
        .optional();
  }

  /** The first of these positions that is neither in the database nor in a file. */
  Optional<Long> missing(OrganizationId organization, long from, long to) {
    return owner
        .sql(
            """
            select wanted from generate_series(:from, :to) wanted
             where not exists (select 1 from audit.seal s
                    where s.organization_id = :organization and s.position = wanted)
               and not exists (select 1 from audit.archive a
                    where a.organization_id = :organization
                      and wanted between a.first_position and a.last_position)
             order by wanted limit 1
            """)
        .param("organization", organization.value())
        .param("from", from)
        .param("to", to)
        .query(Long.class)
        .optional();
  }

  /** Every seal of an organization for the part, in order, with its line or with none. */
  void each(Part part, OrganizationId organization, Consumer<SealStore.Sealed> reader) {
    owner
        .sql(
            """
            select s.position, s.line_id as sealed_id, s.line_hash, s.chain_hash,
                   l.organization_id, l.id, l.at, l.account_id, l.actor, l.country, l.task, l.act,
                   l.subject, l.subject_id, l.patient_id, l.detail, l.transaction_id::text,
                   (select array_agg(d.patient_id order by d.patient_id) from audit.listed d
                     where d.organization_id = l.organization_id and d.line_id = l.id) as listed
              from audit.seal s
              left join audit.line_%s l on l.organization_id = s.organization_id and l.id = s.line_id
             where s.organization_id = :organization
               and s.line_id >= :first and s.line_id < :after
             order by s.position
            """
                .formatted(part.name()))
        .withFetchSize(1_000)
        .param("first", part.first())
        .param("after", part.firstAfter())
        .param("organization", organization.value())
        .query(row -> {
          reader.accept(SealStore.sealed(row, 0));
        });
  }

  void note(Archived archived, Instant now) {
    owner
        .sql(
            """
            insert into audit.archive (organization_id, part, first_position, last_position, lines,
                                       file_hash, archived_at)
            values (:organization, :part, :first, :last, :lines, :hash, :now)
            """)
        .param("organization", archived.organization().value())
        .param("part", archived.part())
        .param("first", archived.extent().first())
        .param("last", archived.extent().last())
        .param("lines", archived.extent().lines())
        .param("hash", HexFormat.of().parseHex(archived.fileHash()))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** What belonged to the lines; the youngest seal of all stays, for the chain goes on from it. */
  void forget(Part part, OrganizationId organization) {
    for (var table : List.of("audit.listed", "audit.reopening")) {
      ofLines("delete from " + table + " where line_id >= :first and line_id < :after", part)
          .param("organization", organization.value())
          .update();
    }
    ofLines(
            """
            delete from audit.seal
             where line_id >= :first and line_id < :after
               and position < (select max(position) from audit.seal where organization_id = :organization)
            """,
            part)
        .param("organization", organization.value())
        .update();
  }

  private JdbcClient.StatementSpec ofLines(String sql, Part part) {
    return owner
        .sql(sql + " and organization_id = :organization")
        .param("first", part.first())
        .param("after", part.firstAfter());
  }

  void drop(Part part) {
    owner.sql("alter table audit.line detach partition audit.line_" + part.name()).update();
    owner.sql("drop table audit.line_" + part.name()).update();
  }
}
