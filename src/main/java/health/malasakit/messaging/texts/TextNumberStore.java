package health.malasakit.messaging.texts;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TextNumberStore {

  private static final String ADD =
      """
      insert into messaging.text_number (organization_id, number_id, number, set_by, set_at)
      values (:organization, :id, :number, :by, :at)
      """;

  private static final String HAVE =
      """
      insert into messaging.text_line (organization_id, number) values (:organization, :number)
      on conflict (organization_id) do update set number = excluded.number
      """;

  private static final String HAVE_NONE =
      """
      delete from messaging.text_line where organization_id = :organization
      """;

  private static final String WHOSE =
      """
      select access.organization_by_text_number(:number)
      """;

  private static final String WAS =
      """
      select access.organization_by_former_text_number(:number)
      """;

  private static final String NEWEST =
      """
      select number from messaging.text_number where organization_id = :organization order by number_id desc limit 1
      """;

  private final JdbcClient jdbc;

  TextNumberStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(OrganizationId organization, String number, Optional<UUID> by, Instant at) {
    jdbc.sql(ADD)
        .param("organization", organization.value())
        .param("id", Ids.next())
        .param("number", number)
        .param("by", by.orElse(null))
        .param("at", at.atOffset(UTC))
        .update();
  }

  /** From now on what is written to this number is the clinic's; empty text: none is. */
  void have(OrganizationId organization, String number) {
    var sql =
        jdbc.sql(number.isEmpty() ? HAVE_NONE : HAVE).param("organization", organization.value());
    (number.isEmpty() ? sql : sql.param("number", number)).update();
  }

  /** Whose a number is, whatever the scope. */
  Optional<OrganizationId> whose(String number) {
    return clinic(WHOSE, number);
  }

  /** Whose it was last, whatever the scope. */
  Optional<OrganizationId> was(String number) {
    return clinic(WAS, number);
  }

  private Optional<OrganizationId> clinic(String sql, String number) {
    return Optional.ofNullable(
            jdbc.sql(sql).param("number", number).query(UUID.class).optional().orElse(null))
        .map(OrganizationId::new);
  }

  /** Empty text when the clinic took it back. */
  Optional<String> newest(OrganizationId organization) {
    return jdbc.sql(NEWEST)
        .param("organization", organization.value())
        .query(String.class)
        .optional();
  }
}
