package health.malasakit.inquiries.texts;

import static java.time.ZoneOffset.UTC;

import health.malasakit.inquiries.texts.TextIn.Became;
import health.malasakit.inquiries.texts.TextIn.Mark;
import health.malasakit.inquiries.texts.TextIn.Status;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.messaging.texts.TextId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Columns and texts. */
final class TextInRow {

  private TextInRow() {}

  static TextInStore.Seen seen(ResultSet row, int number) throws SQLException {
    return new TextInStore.Seen(
        text(row), row.getBoolean("hidden"), TextIn.Why.of(row.getString("why_before")));
  }

  private static TextIn text(ResultSet row) throws SQLException {
    return new TextIn(
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        new TextInId(row.getObject("text_id", UUID.class)),
        new TextIn.Came(
            row.getString("carrier_id"),
            row.getString("from_number"),
            row.getString("to_number"),
            row.getString("body"),
            row.getInt("media"),
            moment(row, "came_at")),
        row.getString("reading"),
        row.getString("danger"),
        TextIn.Why.of(row.getString("why")),
        row.getInt("behind"),
        new TextIn.Replied(row.getString("replied"), id(row, "reply_id").map(TextId::new)),
        mark(row, "owner", "owned_at"),
        status(row),
        row.getInt("version"));
  }

  private static Status status(ResultSet row) throws SQLException {
    var became = row.getString("became");
    return switch (became) {
      case "" -> new Status.Open();
      case "itself" -> new Status.ByItself(moment(row, "done_at"));
      default ->
          new Status.Done(
              Became.of(became),
              mark(row, "done_by", "done_at").orElseThrow(),
              row.getString("note"));
    };
  }

  static TextInStep step(ResultSet row, int number) throws SQLException {
    return new TextInStep(
        row.getString("step"),
        row.getString("words"),
        id(row, "by_id").map(AccountId::new),
        moment(row, "at"));
  }

  /** What a person's change can change. */
  static Map<String, @Nullable Object> changing(TextIn text) {
    var columns = new HashMap<String, @Nullable Object>();
    columns.put("owner", text.owner().map(one -> one.by().value()).orElse(null));
    columns.put("ownedAt", text.owner().map(one -> one.at().atOffset(UTC)).orElse(null));
    var done =
        text.status() instanceof Status.Done one ? Optional.of(one) : Optional.<Status.Done>empty();
    columns.put("became", done.map(one -> one.became().code()).orElse(""));
    columns.put("doneBy", done.map(one -> one.mark().by().value()).orElse(null));
    columns.put("doneAt", done.map(one -> one.mark().at().atOffset(UTC)).orElse(null));
    columns.put("note", done.map(Status.Done::note).orElse(""));
    columns.put("why", text.why().code());
    columns.put("version", text.version());
    return columns;
  }

  private static Optional<Mark> mark(ResultSet row, String by, String at) throws SQLException {
    var account = id(row, by);
    return account.isEmpty()
        ? Optional.empty()
        : Optional.of(new Mark(new AccountId(account.get()), moment(row, at)));
  }

  private static Optional<UUID> id(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, UUID.class));
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
