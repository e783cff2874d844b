package health.malasakit.messaging.ledger;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scopes;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TemplateStore {

  private static final String ADD =
      """
      insert into messaging.template (organization_id, template_id, language, key, words, set_by, set_at)
      values (:organization, :id, :language, :key, :words, :by, :at)
      """;

  private static final String NEWEST =
      """
      select distinct on (key) key, words from messaging.template
       where organization_id = :organization and language = :language order by key, template_id desc limit 50
      """;

  private static final String HISTORY =
      """
      select words, set_by, set_at from messaging.template
       where organization_id = :organization and language = :language and key = :key
       order by template_id desc limit 50
      """;

  private final JdbcClient jdbc;

  TemplateStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Words of a step; empty: ours. */
  record Line(String language, String key, String words) {}

  void add(OrganizationId organization, Line line, Instant at) {
    jdbc.sql(ADD)
        .param("organization", organization.value())
        .param("id", Ids.next())
        .param("language", line.language())
        .param("key", line.key())
        .param("words", line.words())
        .param("by", Scopes.current().account().map(AccountId::value).orElse(null))
        .param("at", at.atOffset(UTC))
        .update();
  }

  Map<String, String> newest(OrganizationId organization, String language) {
    return jdbc
        .sql(NEWEST)
        .param("organization", organization.value())
        .param("language", language)
        .query((row, n) -> Map.entry(row.getString("key"), row.getString("words")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  List<TemplateVersion> history(OrganizationId organization, String language, String key) {
    return jdbc.sql(HISTORY)
        .param("organization", organization.value())
        .param("language", language)
        .param("key", key)
        .query((row, n) ->
            new TemplateVersion(
                row.getString("words"),
                Optional.ofNullable(row.getObject("set_by", UUID.class)).map(AccountId::new),
                row.getObject("set_at", OffsetDateTime.class).toInstant()))
        .list();
  }
}
