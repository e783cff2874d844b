package health.malasakit.inquiries;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReasonRuleStore {

  private static final String ADD =
      """
      insert into inquiries.reason_rule (organization_id, rule_id, reasons, set_by, set_at)
      values (:organization, :id, :reasons, :by, :at)
      """;

  private static final String NEWEST =
      """
      select reasons from inquiries.reason_rule where organization_id = :organization order by rule_id desc limit 1
      """;

  private final JdbcClient jdbc;

  ReasonRuleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(OrganizationId organization, List<String> reasons, AccountId by, Instant at) {
    jdbc.sql(ADD)
        .param("organization", organization.value())
        .param("id", Ids.next())
        .param("reasons", reasons.toArray(String[]::new))
        .param("by", by.value())
        .param("at", at.atOffset(UTC))
        .update();
  }

  Optional<List<String>> newest(OrganizationId organization) {
    return jdbc.sql(NEWEST)
        .param("organization", organization.value())
        .query((row, n) -> List.of((String[]) row.getArray("reasons").getArray()))
        .optional();
  }
}
