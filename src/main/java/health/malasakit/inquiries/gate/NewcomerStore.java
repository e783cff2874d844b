package health.malasakit.inquiries.gate;

import static java.time.ZoneOffset.UTC;

import health.malasakit.inquiries.CallId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NewcomerStore {

  private static final String ADD =
      """
      insert into inquiries.newcomer (organization_id, patient_id, call_id, at)
      values (:organization, :patient, :call, :now)
      on conflict (organization_id, patient_id) do nothing
      """;

  private static final String ASKED =
      """
      update inquiries.newcomer set asked_at = :now
       where organization_id = any (:organizations) and call_id = :call and asked_at is null
      returning organization_id, patient_id
      """;

  private final JdbcClient jdbc;

  NewcomerStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Registered while a caller was on the line. */
  record Newcomer(OrganizationId organization, PatientId patient) {}

  void add(Newcomer one, CallId call, Instant now) {
    jdbc.sql(ADD)
        .param("organization", one.organization().value())
        .param("patient", one.patient().value())
        .param("call", call.value())
        .param("now", now.atOffset(UTC))
        .update();
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
