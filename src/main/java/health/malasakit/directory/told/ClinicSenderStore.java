package health.malasakit.directory.told;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.messaging.ledger.Sender;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ClinicSenderStore {

  private static final String FIND =
      """
      select c.neutral_name, n.e164 from directory.clinic c
        join directory.clinic_number n on n.organization_id = c.organization_id
       where c.organization_id = :organization and c.neutral_name <> '' order by n.added_at, n.e164 limit 1
      """;

  private final JdbcClient jdbc;

  ClinicSenderStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty without a neutral name or without a number. */
  Optional<Sender> find(OrganizationId organization) {
    return jdbc.sql(FIND)
        .param("organization", organization.value())
        .query((row, n) -> new Sender(row.getString("neutral_name"), row.getString("e164")))
        .optional();
  }
}
