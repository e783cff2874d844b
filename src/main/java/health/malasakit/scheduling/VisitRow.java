package health.malasakit.scheduling;

import static java.time.ZoneOffset.UTC;

import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.SiteId;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.WallTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Columns of {@code scheduling.visit} to the statuses of a visit, and back. */
final class VisitRow {

  /** What each status writes into its columns. */
  record Marks(
      @Nullable Instant arrived,
      @Nullable Instant done,
      @Nullable Instant missed,
      VisitStatus.@Nullable Cancelled cancelled) {

    static Marks of(VisitStatus status) {
      return switch (status) {
        case VisitStatus.Booked booked -> new Marks(null, null, null, null);
        case VisitStatus.Arrived arrived -> new Marks(arrived.at(), null, null, null);
        case VisitStatus.Done done -> new Marks(done.arrived().orElse(null), done.at(), null, null);
        case VisitStatus.Missed missed -> new Marks(null, null, missed.at(), null);
        case VisitStatus.Cancelled cancelled -> new Marks(null, null, null, cancelled);
      };
    }
  }

  private VisitRow() {}

  static StatementSpec bind(StatementSpec statement, Visit visit) {
    var time = visit.time();
    return marks(statement, Marks.of(visit.status()))
        .param("organization", visit.organization().value())
        .param("id", visit.id().value())
        .param("patient", visit.patient().value())
        .param("site", visit.site().value())
        .param("practitioner", visit.place().practitioner().map(PractitionerId::value).orElse(null))
        .param("type", visit.place().type().map(VisitTypeId::value).orElse(null))
        .param("local", time.start().local())
        .param("zone", time.zone().getId())
        .param("fold", code(time.start().fold()))
        .param("zoneData", WallTime.zoneDataVersion())
        .param("starts", time.from().atOffset(UTC))
        .param("ends", time.end().atOffset(UTC))
        .param("status", visit.status().code())
        .param("confidential", visit.confidential())
        .param("version", visit.version());
  }

  private static StatementSpec marks(StatementSpec statement, Marks marks) {
    var cancelled = marks.cancelled();
    return statement
        .param("arrived", offset(marks.arrived()))
        .param("done", offset(marks.done()))
        .param("missed", offset(marks.missed()))
        .param("cancelled", cancelled == null ? null : cancelled.at().atOffset(UTC))
        .param("cancelledBy", cancelled == null ? null : cancelled.by().code())
        .param("cancelReason", cancelled == null ? null : cancelled.reason());
  }

  static Visit read(ResultSet row) throws SQLException {
    var start =
        new WallTime(
            row.getObject("local_start", LocalDateTime.class),
            ZoneId.of(row.getString("zone")),
            fold(row.getString("fold")));
    var title = row.getString("title");
    return new Visit(
        new VisitId(row.getObject("id", UUID.class)),
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        new PatientId(row.getObject("patient_id", UUID.class)),
        new Visit.Place(
            new SiteId(row.getObject("site_id", UUID.class)),
            Optional.ofNullable(row.getObject("practitioner_id", UUID.class))
                .map(PractitionerId::new),
            Optional.ofNullable(row.getObject("visit_type_id", UUID.class)).map(VisitTypeId::new),
            title == null ? "" : title),
        new VisitTime(start, instant(row, "ends_at").orElseThrow()),
        status(row),
        row.getString("origin").equals("here") ? Visit.Origin.HERE : Visit.Origin.IMPORTED,
        row.getBoolean("confidential"),
        row.getInt("version"));
  }

  static Visits.Changed changed(ResultSet row) throws SQLException {
    return new Visits.Changed(
        new VisitId(row.getObject("visit_id", UUID.class)),
        new PatientId(row.getObject("patient_id", UUID.class)),
        change(row));
  }

  static VisitChange change(ResultSet row) throws SQLException {
    return new VisitChange(
        instant(row, "at").orElseThrow(),
        Optional.ofNullable(row.getObject("account_id", UUID.class)).map(AccountId::new),
        row.getString("act"),
        row.getInt("version"),
        row.getObject("local_start", LocalDateTime.class),
        ZoneId.of(row.getString("zone")),
        row.getString("reason"));
  }

  static String code(WallTime.Fold fold) {
    return fold.name().toLowerCase(Locale.ROOT);
  }

  static WallTime.Fold fold(String code) {
    return WallTime.Fold.valueOf(code.toUpperCase(Locale.ROOT));
  }

  private static VisitStatus status(ResultSet row) throws SQLException {
    var code = row.getString("status");
    return switch (code) {
      case "booked" -> new VisitStatus.Booked();
      case "arrived" -> new VisitStatus.Arrived(instant(row, "arrived_at").orElseThrow());
      case "done" ->
          new VisitStatus.Done(instant(row, "arrived_at"), instant(row, "done_at").orElseThrow());
      case "missed" -> new VisitStatus.Missed(instant(row, "missed_at").orElseThrow());
      case "cancelled" ->
          new VisitStatus.Cancelled(
              instant(row, "cancelled_at").orElseThrow(),
              CancelledBy.of(row.getString("cancelled_by")),
              row.getString("cancel_reason"));
      default -> throw new IllegalStateException("a visit with the status " + code);
    };
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static @Nullable OffsetDateTime offset(@Nullable Instant at) {
    return at == null ? null : at.atOffset(UTC);
  }
}
