package health.malasakit.inquiries.outbound;

import static java.time.ZoneOffset.UTC;

import health.malasakit.inquiries.CallId;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Columns of {@code inquiries.call_back} and {@code inquiries.attempt}. */
final class CallBackRow {

  private CallBackRow() {}

  static CallBack of(ResultSet row, int number) throws SQLException {
    return new CallBack(
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        new CallBackId(row.getObject("call_back_id", UUID.class)),
        new PatientId(row.getObject("patient_id", UUID.class)),
        new Matter(
            Matter.About.of(row.getString("about")),
            row.getString("reason"),
            row.getBoolean("confidential")),
        new CallBack.Source(
            CallBack.Source.Kind.valueOf(upper(row, "source")), id(row, "source_id")),
        new CallBack.Opened(
            new AccountId(row.getObject("opened_by", UUID.class)), moment(row, "opened_at")),
        new CallBack.Plan(
            id(row, "owner_id").map(AccountId::new),
            moment(row, "due_at"),
            moment(row, "next_at"),
            Optional.ofNullable(row.getString("zone")).map(ZoneId::of),
            wish(row),
            asked(row)),
        closed(row),
        row.getInt("version"));
  }

  /** What changes in its life. */
  static Map<String, Object> columns(CallBack one) {
    var plan = one.plan();
    var columns = new HashMap<String, Object>();
    columns.put("owner", plan.owner().map(AccountId::value).orElse(null));
    columns.put("due", plan.dueAt().atOffset(UTC));
    columns.put("next", plan.nextAt().atOffset(UTC));
    columns.put("zone", plan.zone().map(ZoneId::getId).orElse(null));
    columns.put("from", plan.wish().map(Wish::from).orElse(null));
    columns.put("until", plan.wish().map(Wish::until).orElse(null));
    columns.put("saidBy", plan.wish().map(Wish::saidBy).orElse(null));
    columns.put("asked", plan.asked().map(last -> last.at().atOffset(UTC)).orElse(null));
    columns.put("askedBy", plan.asked().map(Asked::saidBy).orElse(null));
    columns.put("how", one.closed().map(end -> end.how().code()).orElse(null));
    columns.put("closedBy", one.closed().map(end -> end.by().value()).orElse(null));
    columns.put("closedAt", one.closed().map(end -> end.at().atOffset(UTC)).orElse(null));
    return columns;
  }

  static Attempt attempt(ResultSet row, int number) throws SQLException {
    return new Attempt(
        row.getObject("attempt_id", UUID.class),
        new CallBackId(row.getObject("call_back_id", UUID.class)),
        Phone.of(row.getString("number")),
        ZoneId.of(row.getString("zone")),
        moment(row, "begun_at"),
        new AccountId(row.getObject("by_id", UUID.class)),
        row.getString("despite"),
        Optional.ofNullable(row.getString("result")).map(Result::of),
        Optional.ofNullable(row.getObject("later_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        id(row, "call_id").map(CallId::new));
  }

  private static Optional<Wish> wish(ResultSet row) throws SQLException {
    var from = row.getObject("wished_from", LocalTime.class);
    return from == null
        ? Optional.empty()
        : Optional.of(
            new Wish(
                from, row.getObject("wished_until", LocalTime.class), row.getString("wished_by")));
  }

  private static Optional<Asked> asked(ResultSet row) throws SQLException {
    return row.getObject("asked_at") == null
        ? Optional.empty()
        : Optional.of(new Asked(moment(row, "asked_at"), row.getString("asked_by")));
  }

  private static Optional<CallBack.Closed> closed(ResultSet row) throws SQLException {
    var how = row.getString("closed_how");
    return how == null
        ? Optional.empty()
        : Optional.of(
            new CallBack.Closed(
                CallBack.How.of(how),
                new AccountId(row.getObject("closed_by", UUID.class)),
                moment(row, "closed_at")));
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static Optional<UUID> id(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, UUID.class));
  }

  private static String upper(ResultSet row, String column) throws SQLException {
    return row.getString(column).toUpperCase(Locale.ROOT);
  }
}
