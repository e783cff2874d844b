package health.malasakit.inquiries.texts;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Texts that are kept, and that rules have not read to the end. */
@Repository
class UnruledStore {

  private static final String RULING =
      """
      update inquiries.text_in set ruled_at = :now
       where organization_id = :organization and text_id = :id and ruled_at is null
      """;

  private static final String BROUGHT =
      """
      select text_id from inquiries.text_in
       where organization_id = :organization and carrier_id = :carrier and ruled_at is null
      """;

  private static final String LEFT =
      """
      select text_id from inquiries.text_in
       where organization_id = :organization and ruled_at is null and came_at < :before order by came_at limit 200
      """;

  private static final String SAID_AGAIN =
      """
      select exists (select from inquiries.text_in
                      where organization_id = :organization and from_digits = :digits and came_at > :since
                        and text_id < :id and body = :body and became = '' and why = 'danger')
      """;

  private static final Duration AGAIN_WITHIN = Duration.ofMinutes(10);

  private final JdbcClient jdbc;

  UnruledStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** From now on it is ruled; false when it was before. */
  boolean ruling(TextIn text, Instant now) {
    return of(RULING, text.organization())
            .param("id", text.id().value())
            .param("now", now.atOffset(UTC))
            .update()
        == 1;
  }

  /** What the carrier brings under this name, unless it is ruled. */
  Optional<TextInId> brought(OrganizationId organization, String carrierId) {
    return of(BROUGHT, organization)
        .param("carrier", carrierId)
        .query(UUID.class)
        .optional()
        .map(TextInId::new);
  }

  /** What came before a moment, the oldest first; 200 at most. */
  List<TextInId> left(OrganizationId organization, Instant before) {
    return of(LEFT, organization)
        .param("before", before.atOffset(UTC))
        .query((row, n) -> new TextInId(row.getObject("text_id", UUID.class)))
        .list();
  }

  /** Whether the same danger words came from there just before, and wait for a person. */
  boolean isSaidAgain(TextIn text, Phone number) {
    return of(SAID_AGAIN, text.organization())
        .param("digits", number.digits())
        .param("since", text.came().at().minus(AGAIN_WITHIN).atOffset(UTC))
        .param("id", text.id().value())
        .param("body", text.came().body())
        .query(Boolean.class)
        .single();
  }

  private JdbcClient.StatementSpec of(String sql, OrganizationId organization) {
    return jdbc.sql(sql).param("organization", organization.value());
  }
}
