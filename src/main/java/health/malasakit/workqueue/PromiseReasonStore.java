package health.malasakit.workqueue;

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

/** A promise that was made, due or ended in that time explains why a record was opened. */
@Repository
class PromiseReasonStore implements WorkReason {

  private static final String WITH_A_PROMISE =
      """
      select distinct patient_id from workqueue.promise
       where organization_id = :organization and patient_id = any (cast(:patients as uuid[]))
         and (made_at between :from and :to or due_at between :from and :to or ended_at between :from and :to)
       limit 10000
      """;

  private final JdbcClient jdbc;

  PromiseReasonStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Set<PatientId> hadReason(
      OrganizationId organization, Collection<PatientId> patients, Instant from, Instant to) {
    return jdbc.sql(WITH_A_PROMISE)
        .param("organization", organization.value())
        .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("to", to.atOffset(ZoneOffset.UTC))
        .query((row, n) -> new PatientId(row.getObject(1, UUID.class)))
        .set();
  }
}
