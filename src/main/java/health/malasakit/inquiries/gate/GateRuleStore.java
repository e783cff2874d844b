package health.malasakit.inquiries.gate;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class GateRuleStore {

  private static final String ADD =
      """
      insert into inquiries.gate_rule (organization_id, rule_id, facts, new_number_days, set_by, set_at)
      values (:organization, :id, :facts, :days, :by, :at)
      """;

  private static final String NEWEST =
      """
      select facts from inquiries.gate_rule where organization_id = :organization order by rule_id desc limit 1
      """;

  private static final String NEW_NUMBER_DAYS =
      """
      select new_number_days from inquiries.gate_rule
       where organization_id = :organization order by rule_id desc limit 1
      """;

  private final JdbcClient jdbc;

  GateRuleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is asked, and how long a changed number gets no code. */
  record Rule(List<Fact> facts, int newNumberDays) {}

  void add(OrganizationId organization, Rule rule, AccountId by, Instant at) {
    jdbc.sql(ADD)
        .param("organization", organization.value())
        .param("id", Ids.next())
        .param("facts", rule.facts().stream().map(Fact::code).toArray(String[]::new))
        .param("days", rule.newNumberDays())
        .param("by", by.value())
        .param("at", at.atOffset(UTC))
        .update();
  }

  Optional<Integer> newNumberDays(OrganizationId organization) {
    return jdbc.sql(NEW_NUMBER_DAYS)
        .param("organization", organization.value())
        .query(Integer.class)
        .optional();
  }

  Optional<List<Fact>> newest(OrganizationId organization) {
    return jdbc.sql(NEWEST)
        .param("organization", organization.value())
        .query((row, n) ->
            Stream.of((String[]) row.getArray("facts").getArray()).map(Fact::further).toList())
        .optional();
  }
}
