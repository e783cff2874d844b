package health.malasakit.scheduling.ended;

import health.malasakit.kernel.OrganizationId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deletes in portions, so that no transaction is long. */
@Repository
class EndedHoldStore {

  /** A row that becomes a visit this moment is read again before it is deleted, and stays. */
  private static final String FORGET_TIME =
      """
      delete from scheduling.occupancy
       where organization_id = :organization and state = 'held' and until < :before
         and (kind, resource_id, starts_at, holder_id) in
             (select kind, resource_id, starts_at, holder_id from scheduling.occupancy
               where organization_id = :organization and state = 'held' and until < :before
               order by until limit :most)
      """;

  private static final String FORGET_HOLDS =
      """
      delete from scheduling.hold
       where organization_id = :organization and until < :before
         and id in
             (select id from scheduling.hold
               where organization_id = :organization and until < :before
               order by until limit :most)
      """;

  private final JdbcClient jdbc;

  EndedHoldStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Forgets time that was held until before a moment; gives how many rows went. */
  int forgetTime(OrganizationId organization, Instant before, int most) {
    return forget(FORGET_TIME, organization, before, most);
  }

  /** Forgets for whom and what it was held; gives how many. */
  int forgetHolds(OrganizationId organization, Instant before, int most) {
    return forget(FORGET_HOLDS, organization, before, most);
  }

  private int forget(String sql, OrganizationId organization, Instant before, int most) {
    return jdbc.sql(sql)
        .param("organization", organization.value())
        .param("before", before.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .update();
  }
}
