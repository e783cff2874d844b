package health.malasakit.workqueue;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Columns of {@code workqueue.promise} to and from a {@link Promise}. */
final class PromiseRow {

  private PromiseRow() {}

  static Promise of(ResultSet row, int number) throws SQLException {
    return new Promise(
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        new PromiseId(row.getObject("promise_id", UUID.class)),
        Optional.ofNullable(row.getObject("patient_id", UUID.class)).map(id -> new PatientId(id)),
        row.getString("words"),
        Promise.To.of(row.getString("to_whom")),
        instant(row, "due_at"),
        ZoneId.of(row.getString("due_zone")),
        new AccountId(row.getObject("owner_id", UUID.class)),
        Optional.ofNullable(row.getObject("accepted_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        status(row),
        row.getInt("version"));
  }

  static PromiseStep step(ResultSet row, int number) throws SQLException {
    return new PromiseStep(
        row.getString("change"),
        new AccountId(row.getObject("owner_id", UUID.class)),
        instant(row, "due_at"),
        new AccountId(row.getObject("by_id", UUID.class)),
        instant(row, "at"),
        row.getString("reason"));
  }

  private static Promise.Status status(ResultSet row) throws SQLException {
    return switch (row.getString("state")) {
      case "kept" -> new Promise.Status.Kept(endedBy(row), instant(row, "ended_at"));
      case "withdrawn" ->
          new Promise.Status.Withdrawn(
              endedBy(row), instant(row, "ended_at"), row.getString("reason"));
      default -> new Promise.Status.Open();
    };
  }

  /** The columns that a status fills. */
  static Map<String, Object> columns(Promise.Status status) {
    return switch (status) {
      case Promise.Status.Open open -> Map.of("state", "open");
      case Promise.Status.Kept kept -> ended("kept", kept.by(), kept.at(), Map.of());
      case Promise.Status.Withdrawn gone ->
          ended("withdrawn", gone.by(), gone.at(), Map.of("reason", gone.reason()));
    };
  }

  private static Map<String, Object> ended(
      String state, AccountId by, Instant at, Map<String, Object> more) {
    var columns = new java.util.HashMap<String, Object>(more);
    columns.put("state", state);
    columns.put("endedBy", by.value());
    columns.put("endedAt", at.atOffset(java.time.ZoneOffset.UTC));
    return columns;
  }

  private static AccountId endedBy(ResultSet row) throws SQLException {
    return new AccountId(row.getObject("ended_by", UUID.class));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
