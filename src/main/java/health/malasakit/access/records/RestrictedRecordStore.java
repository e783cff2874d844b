package health.malasakit.access.records;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RestrictedRecordStore {

  private static final String AMONG =
      """
      select distinct patient_id from access.restricted_record
       where organization_id = any (:organizations) and patient_id = any (:patients)
       limit 5000
      """;

  private static final String OF_CLINIC =
      """
      select patient_id, mark, set_at from access.restricted_record
       where organization_id = :organization order by set_at desc, patient_id, mark limit 5000
      """;

  private static final String MARK =
      """
      insert into access.restricted_record (organization_id, patient_id, mark, set_by, set_at)
      values (:organization, :patient, :mark, :by, :at) on conflict do nothing
      """;

  private static final String UNMARK =
      """
      delete from access.restricted_record
       where organization_id = :organization and patient_id = :patient and mark = :mark
      """;

  private final JdbcClient jdbc;

  RestrictedRecordStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Set<PatientId> among(Collection<PatientId> patients) {
    return new HashSet<>(
        jdbc.sql(AMONG)
            .param(
                "organizations",
                Scopes.current().organizations().stream()
                    .map(OrganizationId::value)
                    .toArray(UUID[]::new))
            .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
            .query((row, n) -> new PatientId(row.getObject(1, UUID.class)))
            .list());
  }

  List<RestrictedRecords.Marked> of(OrganizationId organization) {
    return jdbc.sql(OF_CLINIC)
        .param("organization", organization.value())
        .query((row, n) ->
            new RestrictedRecords.Marked(
                new PatientId(row.getObject("patient_id", UUID.class)),
                RecordMark.of(row.getString("mark")),
                row.getObject("set_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  void mark(OrganizationId organization, RestrictedRecords.Marked marked) {
    jdbc.sql(MARK)
        .param("organization", organization.value())
        .param("patient", marked.patient().value())
        .param("mark", marked.mark().code())
        .param("by", Scopes.current().account().map(AccountId::value).orElse(null))
        .param("at", marked.since().atOffset(ZoneOffset.UTC))
        .update();
  }

  void unmark(OrganizationId organization, PatientId patient, RecordMark mark) {
    jdbc.sql(UNMARK)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .param("mark", mark.code())
        .update();
  }
}
