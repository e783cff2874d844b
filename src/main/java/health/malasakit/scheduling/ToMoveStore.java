package health.malasakit.scheduling;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.scheduling.book.Closure;
import health.malasakit.scheduling.book.ClosureId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Visits that stay booked under a closure until somebody moves them. */
@Repository
class ToMoveStore {

  private static final String NOTE_TO_MOVE =
      """
      insert into scheduling.to_move (organization_id, closure_id, visit_id, patient_id, noted_at)
      select :organization, :closure, v.id, v.patient_id, :now
        from scheduling.visit v
       where v.organization_id = :organization and v.id = any (cast(:visits as uuid[]))
      """;

  private static final String MOVED =
      """
      delete from scheduling.to_move where organization_id = :organization and visit_id = :visit
      """;

  private static final String FORGET =
      """
      delete from scheduling.to_move where organization_id = :organization and closure_id = :closure
      """;

  private static final String TO_MOVE =
      """
      select distinct t.visit_id
        from scheduling.to_move t
       where t.organization_id = any (cast(:organizations as uuid[]))
       limit 1000
      """;

  private final JdbcClient jdbc;

  ToMoveStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void note(Closure closure, Collection<VisitId> visits, Instant now) {
    jdbc.sql(NOTE_TO_MOVE)
        .param("organization", closure.organization().value())
        .param("closure", closure.id().value())
        .param("visits", visits.stream().map(VisitId::value).toArray(UUID[]::new))
        .param("now", now.atOffset(UTC))
        .update();
  }

  /** The visit has been moved or will not take place. */
  void moved(OrganizationId organization, VisitId visit) {
    jdbc.sql(MOVED)
        .param("organization", organization.value())
        .param("visit", visit.value())
        .update();
  }

  List<VisitId> toMove(Collection<OrganizationId> organizations) {
    return jdbc.sql(TO_MOVE)
        .param(
            "organizations", organizations.stream().map(OrganizationId::value).toArray(UUID[]::new))
        .query((row, n) -> new VisitId(row.getObject(1, UUID.class)))
        .list();
  }

  /** The closure is lifted. */
  void forget(OrganizationId organization, ClosureId closure) {
    jdbc.sql(FORGET)
        .param("organization", organization.value())
        .param("closure", closure.value())
        .update();
  }
}
