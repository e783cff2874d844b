package health.malasakit.inquiries.messages;

import static java.time.ZoneOffset.UTC;

import health.malasakit.access.Role;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.messages.Message.Mark;
import health.malasakit.inquiries.messages.Message.Status;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Columns and messages. */
final class MessageRow {

  private MessageRow() {}

  static Message of(ResultSet row, int number) throws SQLException {
    return new Message(
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        new MessageId(row.getObject("message_id", UUID.class)),
        new Message.From(
            id(row, "call_id").map(CallId::new),
            id(row, "patient_id").map(PatientId::new),
            row.getString("said_name")),
        wanted(row),
        Role.of(row.getString("to_role")),
        mark(row, "taken").orElseThrow(),
        mark(row, "read"),
        status(row),
        row.getInt("version"));
  }

  static MessageStep step(ResultSet row, int number) throws SQLException {
    return new MessageStep(
        row.getString("step"),
        Role.of(row.getString("to_role")),
        row.getString("words"),
        new AccountId(row.getObject("by_id", UUID.class)),
        moment(row, "at"));
  }

  private static Wanted wanted(ResultSet row) throws SQLException {
    return new Wanted(
        row.getString("kind"),
        row.getString("words"),
        row.getString("number"),
        row.getString("hour"),
        Wanted.MayLeave.of(row.getString("may_leave")),
        row.getString("pharmacy"),
        moment(row, "wanted_by"));
  }

  private static Status status(ResultSet row) throws SQLException {
    var mark = mark(row, "settled");
    if (mark.isEmpty()) {
      return new Status.Open();
    }
    var words = row.getString("settled_words");
    Status.Settled settled =
        row.getString("settled").equals("answered")
            ? new Status.Answered(mark.get(), words)
            : new Status.HandedBack(mark.get(), words);
    return mark(row, "done").map(done -> (Status) new Status.Done(done, settled)).orElse(settled);
  }

  /** What a change of a message can change. */
  static Map<String, @Nullable Object> changing(Message message) {
    var columns = new HashMap<String, @Nullable Object>();
    var settled = message.settled();
    columns.put("to", message.to().code());
    put(columns, "read", message.read());
    columns.put("status", status(message.status()));
    columns.put("settled", settled.map(MessageRow::settled).orElse(null));
    put(columns, "settled", settled.map(Status.Settled::mark));
    columns.put("settled_words", settled.map(Status.Settled::words).orElse(""));
    put(
        columns,
        "done",
        message.status() instanceof Status.Done(Mark mark, Status.Settled before)
            ? Optional.of(mark)
            : Optional.empty());
    columns.put("version", message.version());
    return columns;
  }

  private static String status(Status status) {
    return switch (status) {
      case Status.Open open -> "open";
      case Status.Settled settled -> settled(settled);
      case Status.Done done -> "done";
    };
  }

  private static String settled(Status.Settled settled) {
    return switch (settled) {
      case Status.Answered answered -> "answered";
      case Status.HandedBack back -> "handed_back";
    };
  }

  private static void put(Map<String, @Nullable Object> columns, String name, Optional<Mark> mark) {
    columns.put(name + "_by", mark.map(one -> one.by().value()).orElse(null));
    columns.put(name + "_at", mark.map(one -> one.at().atOffset(UTC)).orElse(null));
  }

  private static Optional<Mark> mark(ResultSet row, String name) throws SQLException {
    var by = id(row, name + "_by");
    return by.isEmpty()
        ? Optional.empty()
        : Optional.of(new Mark(new AccountId(by.get()), moment(row, name + "_at")));
  }

  private static Optional<UUID> id(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, UUID.class));
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
