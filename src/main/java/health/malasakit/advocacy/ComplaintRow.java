package health.malasakit.advocacy;

import health.malasakit.advocacy.Complaint.Closed;
import health.malasakit.advocacy.Complaint.Outcome;
import health.malasakit.advocacy.Complaint.Recorded;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Columns of {@code advocacy.complaint} and of its steps. */
final class ComplaintRow {

  private ComplaintRow() {}

  static Complaint of(ResultSet row, int number) throws SQLException {
    return new Complaint(
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        new ComplaintId(row.getObject("complaint_id", UUID.class)),
        row.getString("number"),
        told(row),
        Desk.of(row.getString("goes_to")),
        accounts(row),
        new Recorded(
            new AccountId(row.getObject("recorded_by", UUID.class)),
            instant(row, "recorded_at").orElseThrow(),
            row.getObject("received_on", LocalDate.class)),
        Complaint.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        id(row, "owner_id").map(AccountId::new),
        Optional.ofNullable(row.getObject("answered_on", LocalDate.class)),
        closed(row),
        row.getInt("version"),
        instant(row, "misplaced_at"));
  }

  static Step step(ResultSet row, int number) throws SQLException {
    return new Step(
        row.getString("step"),
        row.getString("detail"),
        row.getString("words"),
        new AccountId(row.getObject("by_id", UUID.class)),
        instant(row, "at").orElseThrow());
  }

  static ComplaintReceipt receipt(ResultSet row, int number) throws SQLException {
    return new ComplaintReceipt(
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        new ComplaintId(row.getObject("complaint_id", UUID.class)),
        row.getString("number"),
        row.getBoolean("logged"),
        row.getBoolean("reached"),
        instant(row, "recorded_at").orElseThrow());
  }

  private static NewComplaint told(ResultSet row) throws SQLException {
    var written = row.getBoolean("written");
    return new NewComplaint(
        Kind.of(row.getString("kind")),
        new About(
            About.What.of(row.getString("about")),
            id(row, "about_id"),
            row.getString("about_words")),
        row.getString("words"),
        new NewComplaint.Way(
            written,
            Optional.of(row.getObject("received_on", LocalDate.class)).filter(day -> written)),
        new NewComplaint.Who(row.getString("complainant"), row.getString("contact")),
        new NewComplaint.Where(id(row, "call_id"), id(row, "patient_id").map(PatientId::new)),
        row.getString("solved_how"));
  }

  private static Set<AccountId> accounts(ResultSet row) throws SQLException {
    return Stream.of((UUID[]) row.getArray("hidden_from").getArray())
        .map(AccountId::new)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<Closed> closed(ResultSet row) throws SQLException {
    var at = instant(row, "closed_at");
    return at.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Closed(
                Outcome.of(row.getString("outcome")),
                new AccountId(row.getObject("closed_by", UUID.class)),
                at.get()));
  }

  private static Optional<UUID> id(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, UUID.class));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
