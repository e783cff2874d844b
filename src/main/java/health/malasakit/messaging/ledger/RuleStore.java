package health.malasakit.messaging.ledger;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scopes;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class RuleStore {

  private static final String ALONE =
      """
      select pg_advisory_xact_lock(hashtextextended('messaging.clinic_rule ' || cast(:organization as text), 0))
      """;

  private static final String ADD =
      """
      insert into messaging.clinic_rule (organization_id, rule_id, sends, rule, set_by, set_at)
      values (:organization, :id, :sends, cast(:rule as jsonb), :by, :at)
      """;

  private static final String NEWEST =
      """
      select sends, rule from messaging.clinic_rule
       where organization_id = :organization order by rule_id desc limit 1
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.builder().build();

  RuleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Nobody else changes this clinic's rule until this transaction ends. */
  void alone(OrganizationId organization) {
    jdbc.sql(ALONE).param("organization", organization.value()).query(row -> {});
  }

  void add(OrganizationId organization, Rules.Said said, Instant at) {
    jdbc.sql(ADD)
        .param("organization", organization.value())
        .param("id", Ids.next())
        .param("sends", said.sends())
        .param("rule", json.writeValueAsString(said.rule()))
        .param("by", Scopes.current().account().map(AccountId::value).orElse(null))
        .param("at", at.atOffset(UTC))
        .update();
  }

  Optional<Rules.Said> newest(OrganizationId organization) {
    return jdbc.sql(NEWEST)
        .param("organization", organization.value())
        .query((row, n) ->
            new Rules.Said(
                row.getBoolean("sends"), json.readValue(row.getString("rule"), Rule.class)))
        .optional();
  }
}
