package health.malasakit.audit;

import health.malasakit.kernel.OrganizationId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deletes in portions, so that no transaction is long. */
@Repository
class PruningStore {

  private static final String FORGET_DRAWN =
      """
      delete from audit.drawn
       where organization_id = :organization
         and (account_id, view, patient_id) in
             (select account_id, view, patient_id from audit.drawn
               where organization_id = :organization and at < :before
               order by at limit :most)
      """;

  private static final String FORGET_COUNTS_OF_ONE =
      """
      delete from audit.reopening
       where organization_id = :organization and times = 1
         and line_id in
             (select line_id from audit.reopening
               where organization_id = :organization and times = 1 and line_id < :before
               order by line_id limit :most)
      """;

  private final JdbcClient jdbc;

  PruningStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Forgets whom views have shown before a moment; gives how many. */
  int forgetDrawn(OrganizationId organization, Instant before, int most) {
    return jdbc.sql(FORGET_DRAWN)
        .param("organization", organization.value())
        .param("before", before.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .update();
  }

  /** Forgets counts of one whose ten minutes are over; gives how many. */
  int forgetCountsOfOne(OrganizationId organization, Instant before, int most) {
    return jdbc.sql(FORGET_COUNTS_OF_ONE)
        .param("organization", organization.value())
        .param("before", AuditLineStore.firstIdOf(before))
        .param("most", most)
        .update();
  }
}
