package health.malasakit.inquiries.gate;

import health.malasakit.audit.Look;
import health.malasakit.audit.Looks;
import health.malasakit.audit.WorkReason;
import health.malasakit.kernel.OrganizationId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A call for whose caller she was proven in that time explains why a record was opened. */
@Repository
class CallReasonStore implements WorkReason {

  private static final String WITH_A_CALL =
      """
      select asked.line
        from unnest(cast(:lines as uuid[]), cast(:patients as uuid[]), cast(:moments as timestamptz[]))
               as asked (line, patient, at)
       where exists (select 1 from inquiries.proven p
              where p.organization_id = :organization and p.patient_id = asked.patient
                and p.at between asked.at - cast(:within as interval) and asked.at + cast(:within as interval))
       limit 10000
      """;

  private final JdbcClient jdbc;

  CallReasonStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Set<UUID> explained(OrganizationId organization, List<Look> looks) {
    var asked = new Looks(looks);
    return jdbc.sql(WITH_A_CALL)
        .param("organization", organization.value())
        .param("lines", asked.lines())
        .param("patients", asked.patients())
        .param("moments", asked.moments())
        .param("within", WITHIN.toString())
        .query((row, n) -> row.getObject(1, UUID.class))
        .set();
  }
}
