package health.malasakit.scheduling;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.scheduling.book.Closure;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Visits that stay booked, under a closure or after a death, until somebody acts. */
@Repository
class ToMoveStore {

  private static final String NOTE_TO_MOVE =
      """
      insert into scheduling.to_move (organization_id, closure_id, visit_id, patient_id, cause, noted_at)
      select :organization, :closure, v.id, v.patient_id, 'closure', :now
        from scheduling.visit v
       where v.organization_id = :organization and v.id = any (cast(:visits as uuid[]))
      """;

  private static final String NOTE_COMING =
      """
      insert into scheduling.to_move (organization_id, visit_id, patient_id, cause, noted_at)
      select v.organization_id, v.id, v.patient_id, 'patient died', :now
        from scheduling.visit v
       where v.organization_id = :organization and v.patient_id = :patient
         and v.starts_at > :now and v.status = 'booked' and v.origin = 'here'
         and (cast(:only as uuid) is null or v.id = :only)
      on conflict do nothing
      """;

  private static final String MOVED =
      """
      delete from scheduling.to_move where organization_id = :organization and visit_id = :visit
      """;

  private static final String FORGET =
      """
      delete from scheduling.to_move where organization_id = :organization and because_of = :cause
      """;

  private static final String TO_MOVE =
      """
      select t.visit_id, bool_or(t.cause = 'patient died') as died
        from scheduling.to_move t
       where t.organization_id = any (cast(:organizations as uuid[]))
       group by t.visit_id
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

  /** The visits still to come of a patient who has died; how many there are. */
  int noteComing(OrganizationId organization, PatientId died, Instant now) {
    return jdbc.sql(NOTE_COMING)
        .param("organization", organization.value())
        .param("patient", died.value())
        .param("only", null)
        .param("now", now.atOffset(UTC))
        .update();
  }

  /** A visit of a patient who has died is booked again, its mark having been a mistake. */
  void noteDied(Visit visit, Instant now) {
    jdbc.sql(NOTE_COMING)
        .param("organization", visit.organization().value())
        .param("patient", visit.patient().value())
        .param("only", visit.id().value())
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

  /** Each with whether its patient has died, which goes before a closure. */
  Map<VisitId, Boolean> toMove(Collection<OrganizationId> organizations) {
    var found = new HashMap<VisitId, Boolean>();
    jdbc.sql(TO_MOVE)
        .param(
            "organizations", organizations.stream().map(OrganizationId::value).toArray(UUID[]::new))
        .query((row, n) ->
            found.put(new VisitId(row.getObject("visit_id", UUID.class)), row.getBoolean("died")))
        .list();
    return found;
  }

  /** The closure is lifted, or she lives. */
  void forget(OrganizationId organization, UUID cause) {
    jdbc.sql(FORGET).param("organization", organization.value()).param("cause", cause).update();
  }
}
