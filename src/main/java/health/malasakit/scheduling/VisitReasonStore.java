package health.malasakit.scheduling;

import health.malasakit.audit.WorkReason;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A visit that takes place or was booked in that time explains why a record was opened. */
@Repository
class VisitReasonStore implements WorkReason {

  private static final String WITH_A_VISIT =
      """
      select distinct patient_id from scheduling.visit
       where organization_id = :organization and patient_id = any (cast(:patients as uuid[]))
         and (starts_at between :from and :to or booked_at between :from and :to)
       limit 10000
      """;

  private final JdbcClient jdbc;

  VisitReasonStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Set<PatientId> hadReason(
      OrganizationId organization, Collection<PatientId> patients, Instant from, Instant to) {
    return jdbc.sql(WITH_A_VISIT)
        .param("organization", organization.value())
        .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("to", to.atOffset(ZoneOffset.UTC))
        .query((row, n) -> new PatientId(row.getObject(1, UUID.class)))
        .set();
  }
}
