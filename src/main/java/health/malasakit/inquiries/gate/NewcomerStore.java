package health.malasakit.inquiries.gate;

import static java.time.ZoneOffset.UTC;

import health.malasakit.inquiries.CallId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NewcomerStore {

  private static final String ADD =
      """
      insert into inquiries.newcomer (organization_id, patient_id, call_id, at, asked_at)
      values (:organization, :patient, :call, :now, :asked)
      on conflict (organization_id, patient_id) do nothing
      """;

  private static final String ASKED =
      """
      update inquiries.newcomer set asked_at = :now
       where organization_id = any (:organizations) and call_id = :call and asked_at is null
      returning organization_id, patient_id
      """;

  private static final String IN_CALL =
      """
      select patient_id, at from inquiries.newcomer
       where organization_id = :organization and call_id = :call order by at limit 20
      """;

  private final JdbcClient jdbc;

  NewcomerStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Registered in a call. */
  record Newcomer(OrganizationId organization, PatientId patient) {}

  /** Who was registered in a call, and when. */
  record Registered(PatientId patient, Instant at) {}

  /**
   * She belongs to that call.
   *
   * @param asked when it was compared already; empty when that is to be asked for
   */
  void add(Newcomer one, CallId call, Instant now, Optional<Instant> asked) {
    jdbc.sql(ADD)
        .param("organization", one.organization().value())
        .param("patient", one.patient().value())
        .param("call", call.value())
        .param("now", now.atOffset(UTC))
        .param("asked", asked.map(at -> at.atOffset(UTC)).orElse(null))
        .update();
  }

  /** In the order in which they were registered; 20 at most. */
  List<Registered> in(OrganizationId organization, CallId call) {
    return jdbc.sql(IN_CALL)
        .param("organization", organization.value())
        .param("call", call.value())
        .query((row, n) ->
            new Registered(
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** Those of a call, each given once. */
  List<Newcomer> asked(Collection<OrganizationId> organizations, CallId call, Instant now) {
    return jdbc.sql(ASKED)
        .param(
            "organizations", organizations.stream().map(OrganizationId::value).toArray(UUID[]::new))
        .param("call", call.value())
        .param("now", now.atOffset(UTC))
        .query((row, n) ->
            new Newcomer(
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class))))
        .list();
  }
}
