package health.malasakit.messaging.ledger;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scopes;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

  private static final String NEWEST_ID =
      """
      select rule_id from messaging.clinic_rule
       where organization_id = :organization order by rule_id desc limit 1
      """;

  private static final String NEWEST =
      """
      select sends, rule from messaging.clinic_rule
       where organization_id = :organization order by rule_id desc limit 1
      """;

  /** Also those that never said anything. */
  private static final String SILENT =
      """
      select clinic.id from unnest(cast(:organizations as uuid[])) as clinic (id)
       where not coalesce((select r.sends from messaging.clinic_rule r
                            where r.organization_id = clinic.id order by r.rule_id desc limit 1), false)
      """;

  /** Each until the next was said. */
  private static final String OFFS =
      """
      select r.set_at as from_at, n.set_at as until_at
        from messaging.clinic_rule r
        join lateral (select a.set_at from messaging.clinic_rule a
                       where a.organization_id = r.organization_id and a.rule_id > r.rule_id
                       order by a.rule_id limit 1) n on true
       where r.organization_id = :organization and not r.sends
       order by r.rule_id desc limit 500
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

  /** The newest is this one, also when a machine whose clock was ahead said something before. */
  void add(OrganizationId organization, Rules.Said said, Instant at) {
    var last =
        jdbc.sql(NEWEST_ID)
            .param("organization", organization.value())
            .query(UUID.class)
            .optional();
    jdbc.sql(ADD)
        .param("organization", organization.value())
        .param("id", last.map(Ids::after).orElseGet(Ids::next))
        .param("sends", said.sends())
        .param("rule", json.writeValueAsString(said.rule()))
        .param("by", Scopes.current().account().map(AccountId::value).orElse(null))
        .param("at", at.atOffset(UTC))
        .update();
  }

  List<Rules.Off> offs(OrganizationId organization) {
    return jdbc.sql(OFFS)
        .param("organization", organization.value())
        .query((row, n) ->
            new Rules.Off(
                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                row.getObject("until_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  Set<OrganizationId> silent(Collection<OrganizationId> organizations) {
    return jdbc.sql(SILENT)
        .param(
            "organizations", organizations.stream().map(OrganizationId::value).toArray(UUID[]::new))
        .query((row, n) -> new OrganizationId(row.getObject("id", UUID.class)))
        .set();
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
