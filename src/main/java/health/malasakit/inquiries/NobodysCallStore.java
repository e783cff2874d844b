package health.malasakit.inquiries;

import health.malasakit.kernel.OrganizationId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
       order by started_at limit :limit
      """;

  private static final String COUNT_WAITING =
      """
      select count(*) from inquiries.call
       where organization_id = any (:organizations) and state in ('ringing', 'unclaimed')
      """;

  private static final String MISSED =
      """
      select * from inquiries.call
       where organization_id = any (:organizations) and state = 'missed'
       order by started_at desc, call_id desc limit :limit
      """;

  private static final String MISSED_BEFORE =
      """
      select c.* from inquiries.call c
        join inquiries.call b on b.organization_id = any (:organizations) and b.call_id = :before
       where c.organization_id = any (:organizations) and c.state = 'missed'
         and (c.started_at, c.call_id) < (b.started_at, b.call_id)
       order by c.started_at desc, c.call_id desc limit :limit
      """;

  private static final String COUNT_MISSED =
      """
      select count(*) from inquiries.call where organization_id = any (:organizations) and state = 'missed'
      """;

  private static final String FIND_MISSED =
      """
      select * from inquiries.call
       where organization_id = any (:organizations) and call_id = :id and state = 'missed'
      """;

  private final JdbcClient jdbc;

  NobodysCallStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** On the line, the oldest first. */
  List<Call> waiting(Collection<OrganizationId> where, int limit) {
    return in(WAITING, where).param("limit", limit).query(CallRow::of).list();
  }

  int countWaiting(Collection<OrganizationId> where) {
    return in(COUNT_WAITING, where).query(Integer.class).single();
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

  Optional<Call> findMissed(Collection<OrganizationId> where, CallId id) {
    return in(FIND_MISSED, where).param("id", id.value()).query(CallRow::of).optional();
  }

  private JdbcClient.StatementSpec in(String question, Collection<OrganizationId> where) {
    return jdbc.sql(question)
        .param("organizations", where.stream().map(OrganizationId::value).toArray(UUID[]::new));
  }
}
