package health.malasakit.inquiries;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.OrganizationId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Callers who wait and calls that were missed are asked for apart: neither crowds out the other.
 */
@Repository
class NobodysCallStore {

  private static final String WAITING =
      """
      select * from inquiries.call
       where organization_id = any (:organizations) and state in ('ringing', 'unclaimed')
         and greatest(started_at, rang_at, answered_at, held_at, resumed_at, handed_at) >= :since
       order by started_at limit :limit
      """;

  /** Of which the telephone has said nothing since then. */
  private static final String SILENT =
      """
      select * from inquiries.call
       where organization_id = any (:organizations) and state in ('ringing', 'unclaimed')
         and greatest(started_at, rang_at, answered_at, held_at, resumed_at, handed_at) < :since
       order by started_at desc limit :limit
      """;

  private static final String SILENT_ALONE = SILENT + " for update";

  private static final String COUNT_WAITING =
      """
      select count(*) filter (where greatest(started_at, rang_at, answered_at, held_at, resumed_at, handed_at) >= :since) as waiting,
             count(*) filter (where greatest(started_at, rang_at, answered_at, held_at, resumed_at, handed_at) < :since) as silent
        from inquiries.call
       where organization_id = any (:organizations) and state in ('ringing', 'unclaimed')
      """;

  /** What was left in it, of which nothing became yet, stands among the voicemails and says it. */
  private static final String WITHOUT_VOICEMAIL =
      """
       and not exists (select from inquiries.voicemail v
                        where v.organization_id = c.organization_id and v.call_id = c.call_id and v.settled is null)
      """;

  private static final String MISSED =
      """
      select c.* from inquiries.call c
       where c.organization_id = any (:organizations) and c.state = 'missed'
      """
          + WITHOUT_VOICEMAIL
          + " order by c.started_at desc, c.call_id desc limit :limit";

  private static final String MISSED_BEFORE =
      """
      select c.* from inquiries.call c
        join inquiries.call b on b.organization_id = any (:organizations) and b.call_id = :before
       where c.organization_id = any (:organizations) and c.state = 'missed'
         and (c.started_at, c.call_id) < (b.started_at, b.call_id)
      """
          + WITHOUT_VOICEMAIL
          + " order by c.started_at desc, c.call_id desc limit :limit";

  private static final String COUNT_MISSED =
      """
      select count(*) from inquiries.call c
       where c.organization_id = any (:organizations) and c.state = 'missed'
      """
          + WITHOUT_VOICEMAIL;

  private static final String FIND_MISSED =
      """
      select * from inquiries.call
       where organization_id = any (:organizations) and call_id = any (:ids) and state = 'missed' limit 200
      """;

  /** Whether a caller was asked, or anything else was done that nobody does alone on a line. */
  private static final String SOMEBODY =
      """
      select exists (select from inquiries.gate_try where organization_id = :organization and call_id = :call)
          or exists (select from inquiries.proven where organization_id = :organization and call_id = :call)
          or exists (select from inquiries.party where organization_id = :organization and call_id = :call)
          or exists (select from inquiries.aside where call_id = :call)
          or exists (select from inquiries.call_code where organization_id = :organization and call_id = :call)
          or exists (select from inquiries.interpreter_use where organization_id = :organization and call_id = :call)
          or exists (select from inquiries.emergency where organization_id = :organization and call_id = :call)
          or exists (select from inquiries.message where organization_id = :organization and call_id = :call)
          or exists (select from inquiries.newcomer where call_id = :call)
          or exists (select from inquiries.attempt where organization_id = :organization and call_id = :call)
      """;

  private final JdbcClient jdbc;

  NobodysCallStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** On the line, of which something was said since then; the oldest first. */
  List<Call> waiting(Collection<OrganizationId> where, Instant since, int limit) {
    return since(WAITING, where, since).param("limit", limit).query(CallRow::of).list();
  }

  /** Of which nothing was said since then; the latest first. */
  List<Call> silent(Collection<OrganizationId> where, Instant since, int limit) {
    return since(SILENT, where, since).param("limit", limit).query(CallRow::of).list();
  }

  /** The same, which nobody else changes until this transaction has ended; 500 at most. */
  List<Call> silentAlone(OrganizationId organization, Instant since) {
    return since(SILENT_ALONE, List.of(organization), since)
        .param("limit", 500)
        .query(CallRow::of)
        .list();
  }

  /** How many are on the line. */
  record Counts(int waiting, int silent) {}

  Counts countWaiting(Collection<OrganizationId> where, Instant since) {
    return since(COUNT_WAITING, where, since)
        .query((row, n) -> new Counts(row.getInt("waiting"), row.getInt("silent")))
        .single();
  }

  private JdbcClient.StatementSpec since(
      String question, Collection<OrganizationId> where, Instant since) {
    return in(question, where).param("since", since.atOffset(UTC));
  }

  /** The latest first. */
  List<Call> missed(Collection<OrganizationId> where, int limit) {
    return in(MISSED, where).param("limit", limit).query(CallRow::of).list();
  }

  /** The latest first of those that began before this one; none when it is unknown. */
  List<Call> missedBefore(Collection<OrganizationId> where, CallId before, int limit) {
    return in(MISSED_BEFORE, where)
        .param("before", before.value())
        .param("limit", limit)
        .query(CallRow::of)
        .list();
  }

  int countMissed(Collection<OrganizationId> where) {
    return in(COUNT_MISSED, where).query(Integer.class).single();
  }

  /** Those of these that were missed, whatever was left in them; 200 at most. */
  List<Call> findMissed(Collection<OrganizationId> where, Collection<CallId> ids) {
    return in(FIND_MISSED, where)
        .param("ids", ids.stream().map(CallId::value).toArray(UUID[]::new))
        .query(CallRow::of)
        .list();
  }

  /** Whether somebody was there: who is on the line was asked, or anything was done in it. */
  boolean hadSomebody(Call call) {
    return jdbc.sql(SOMEBODY)
        .param("organization", call.organization().value())
        .param("call", call.id().value())
        .query(Boolean.class)
        .single();
  }

  private JdbcClient.StatementSpec in(String question, Collection<OrganizationId> where) {
    return jdbc.sql(question)
        .param("organizations", where.stream().map(OrganizationId::value).toArray(UUID[]::new));
  }
}
