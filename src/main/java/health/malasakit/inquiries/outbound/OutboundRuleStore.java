package health.malasakit.inquiries.outbound;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OutboundRuleStore {

  private static final String ADD =
      """
      insert into inquiries.outbound_rule (organization_id, rule_id, attempts, apart_hours, set_by, set_at)
      values (:organization, :id, :attempts, :apart, :by, :at)
      """;

  private static final String NEWEST =
      """
      select attempts, apart_hours from inquiries.outbound_rule
       where organization_id = :organization order by rule_id desc limit 1
      """;

  private final JdbcClient jdbc;

  OutboundRuleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(OrganizationId organization, OutboundRule rule, AccountId by, Instant at) {
    jdbc.sql(ADD)
        .param("organization", organization.value())
        .param("id", Ids.next())
        .param("attempts", rule.attempts())
        .param("apart", rule.apartHours())
        .param("by", by.value())
        .param("at", at.atOffset(UTC))
        .update();
  }

  Optional<OutboundRule> newest(OrganizationId organization) {
    return jdbc.sql(NEWEST)
        .param("organization", organization.value())
        .query((row, n) -> new OutboundRule(row.getInt("attempts"), row.getInt("apart_hours")))
        .optional();
  }
}
