package health.malasakit.inquiries.redflags;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** Columns of {@code inquiries.emergency} and of its steps. */
final class EmergencyRow {

  private EmergencyRow() {}

  static Emergency of(ResultSet row, int number) throws SQLException {
    return new Emergency(
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        new EmergencyId(row.getObject("emergency_id", UUID.class)),
        row.getString("flag"),
        Optional.ofNullable(row.getObject("call_id", UUID.class)),
        Optional.ofNullable(row.getObject("patient_id", UUID.class)).map(id -> new PatientId(id)),
        new AccountId(row.getObject("opened_by", UUID.class)),
        instant(row, "opened_at").orElseThrow(),
        given(row),
        closed(row));
  }

  static Emergency.Step step(ResultSet row, int number) throws SQLException {
    return new Emergency.Step(
        row.getString("step"),
        row.getString("words"),
        new AccountId(row.getObject("by_id", UUID.class)),
        instant(row, "at").orElseThrow());
  }

  private static Emergency.Given given(ResultSet row) throws SQLException {
    return new Emergency.Given(
        row.getString("place"),
        row.getString("callback"),
        Optional.ofNullable(row.getString("dialler")).map(Emergency.Dialler::of),
        row.getString("target"),
        row.getString("taken_by"),
        instant(row, "spoke_at"),
        row.getString("note"));
  }

  private static Optional<Emergency.Closed> closed(ResultSet row) throws SQLException {
    var at = instant(row, "closed_at");
    if (at.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Emergency.Closed(
            Emergency.Outcome.of(row.getString("outcome")),
            new AccountId(row.getObject("closed_by", UUID.class)),
            at.get()));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
