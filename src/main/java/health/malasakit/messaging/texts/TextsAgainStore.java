package health.malasakit.messaging.texts;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.messaging.texts.TextReplies.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answers that never left and are tried again. */
@Repository
class TextsAgainStore {

  private static final String KEEP =
      """
      insert into messaging.outgoing_again (organization_id, outgoing_id, body, reach, tried, due_at)
      values (:organization, :id, :body, :reach, :tried, :due)
      """;

  private static final String DUE =
      """
      select a.outgoing_id, a.body, a.reach, a.tried, o.key, o.from_address, o.to_address, o.begun_at
        from messaging.outgoing_again a
        join messaging.outgoing o on o.organization_id = a.organization_id and o.outgoing_id = a.outgoing_id
       where a.organization_id = :organization and a.due_at <= :now order by a.due_at limit 50
      """;

  private static final String TAKE =
      """
      delete from messaging.outgoing_again where organization_id = :organization and outgoing_id = :id
      """;

  private static final String HANDED =
      """
      update messaging.outgoing set handed_at = :now where organization_id = :organization and outgoing_id = :id
      """;

  /** Whatever became of it. */
  private static final String WROTE_SINCE =
      """
      select exists (select from messaging.outgoing
                      where organization_id = :organization and to_address = :to and channel = 'text'
                        and begun_at >= :begun and outgoing_id <> :id)
      """;

  /** Only one that is known to have gone: twice is better than never. */
  private static final String DANGER_ANSWERED_SINCE =
      """
      select exists (select from messaging.outgoing
                      where organization_id = :organization and to_address = :to and channel = 'text'
                        and begun_at >= :begun and outgoing_id <> :id
                        and key like 'reply/%/danger' and state in ('handed_over', 'delivered'))
      """;

  private final JdbcClient jdbc;

  TextsAgainStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void keep(TextsAgain.Answer answer, int tried, Instant due) {
    of(KEEP, answer.organization())
        .param("id", answer.begun().id().value())
        .param("body", answer.body())
        .param("reach", answer.reach().name().toLowerCase(Locale.ROOT))
        .param("tried", tried)
        .param("due", due.atOffset(UTC))
        .update();
  }

  /** Those of which it is time, 50 at most. */
  List<TextsAgain.Waiting> due(OrganizationId organization, Instant now) {
    return of(DUE, organization)
        .param("now", now.atOffset(UTC))
        .query((row, n) -> waiting(organization, row))
        .list();
  }

  /** It waits no more; false when it did not. */
  boolean take(TextsAgain.Answer answer) {
    return of(TAKE, answer.organization()).param("id", answer.begun().id().value()).update() == 1;
  }

  /** It is handed over once more. */
  void handed(TextsAgain.Answer answer, Instant now) {
    of(HANDED, answer.organization())
        .param("id", answer.begun().id().value())
        .param("now", now.atOffset(UTC))
        .update();
  }

  /** Whether anything was written to its number after it. */
  boolean wroteSince(TextsAgain.Waiting one) {
    return since(WROTE_SINCE, one);
  }

  /** Whether danger was answered there after it. */
  boolean dangerAnsweredSince(TextsAgain.Waiting one) {
    return since(DANGER_ANSWERED_SINCE, one);
  }

  private boolean since(String sql, TextsAgain.Waiting one) {
    var begun = one.answer().begun();
    return of(sql, begun.organization())
        .param("id", begun.id().value())
        .param("to", begun.to())
        .param("begun", one.begun().atOffset(UTC))
        .query(Boolean.class)
        .single();
  }

  private static TextsAgain.Waiting waiting(OrganizationId organization, ResultSet row)
      throws SQLException {
    var begun =
        new Texts.Begun(
            new TextId(row.getObject("outgoing_id", UUID.class)),
            organization,
            row.getString("from_address"),
            row.getString("to_address"));
    var reach = Reach.valueOf(row.getString("reach").toUpperCase(Locale.ROOT));
    return new TextsAgain.Waiting(
        new TextsAgain.Answer(begun, row.getString("body"), reach),
        row.getString("key"),
        row.getInt("tried"),
        row.getObject("begun_at", OffsetDateTime.class).toInstant());
  }

  private JdbcClient.StatementSpec of(String sql, OrganizationId organization) {
    return jdbc.sql(sql).param("organization", organization.value());
  }
}
