package health.malasakit.inquiries.spoken;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SpokenStore {

  /** Who speaks for her did not bring her to the telephone. */
  private static final String SPOKE =
      """
      select exists (
        select from inquiries.proven p
          join inquiries.call c on c.organization_id = p.organization_id and c.call_id = p.call_id
         where p.organization_id = :organization and p.patient_id = :patient and p.representative_id is null
           and p.at <= :at and coalesce(p.ended_at, 'infinity') >= :at
           and c.owner_id = :account and c.entered_at is null
           and coalesce(least(c.ended_at, c.said_over_at, c.closed_at), 'infinity') >= :at)
      """;

  private final JdbcClient jdbc;

  SpokenStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean spoke(OrganizationId organization, PatientId patient, AccountId account, Instant at) {
    return jdbc.sql(SPOKE)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .param("account", account.value())
        .param("at", at.atOffset(UTC))
        .query(Boolean.class)
        .single();
  }
}
