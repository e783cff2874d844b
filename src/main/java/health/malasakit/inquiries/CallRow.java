package health.malasakit.inquiries;

import static java.time.ZoneOffset.UTC;

import health.malasakit.inquiries.CallEvent.Kind;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Columns of {@code inquiries.call} and {@link Call}. */
final class CallRow {

  private static final Map<Kind, String> MOMENTS =
      Map.of(
          Kind.RINGING, "rang_at",
          Kind.ANSWERED, "answered_at",
          Kind.HELD, "held_at",
          Kind.RESUMED, "resumed_at",
          Kind.TRANSFERRED, "handed_at",
          Kind.ABANDONED, "abandoned_at",
          Kind.VOICEMAIL, "voicemail_at",
          Kind.ENDED, "ended_at",
          Kind.GONE, "gone_at",
          Kind.SAID_OVER, "said_over_at");

  private CallRow() {}

  static Call of(ResultSet row, int number) throws SQLException {
    return new Call(
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        new CallId(row.getObject("call_id", UUID.class)),
        telephone(row),
        line(row),
        moment(row, "started_at").orElseThrow(),
        moment(row, "entered_at"),
        course(row),
        new Handling(owner(row), moment(row, "opened_at"), moment(row, "lead_since"), closed(row)),
        row.getInt("version"));
  }

  /** What changes in the life of a call. */
  static Map<String, Object> columns(Call call) {
    var columns = new HashMap<String, Object>();
    MOMENTS.forEach((kind, column) -> columns.put(column, time(call.course().at(kind))));
    columns.put("extension", call.course().extension());
    columns.put("handed_to", call.course().handedTo());
    columns.put("owner_id", call.owner().map(one -> one.account().value()).orElse(null));
    columns.put("owned_at", time(call.owner().map(Call.Owner::since)));
    columns.put("by_telephone", call.owner().filter(Call.Owner::byTelephone).isPresent());
    columns.put("opened_at", time(call.openedAt()));
    columns.put("lead_since", time(call.leadSince()));
    columns.put("closed_by", call.closed().map(one -> one.by().value()).orElse(null));
    columns.put("closed_at", time(call.closed().map(Call.Closed::at)));
    columns.put("state", call.state().code());
    return columns;
  }

  private static Optional<Call.Telephone> telephone(ResultSet row) throws SQLException {
    var outside = row.getString("outside_id");
    return outside == null
        ? Optional.empty()
        : Optional.of(
            new Call.Telephone(new TelephoneId(row.getObject("system_id", UUID.class)), outside));
  }

  private static Call.Line line(ResultSet row) throws SQLException {
    var other = row.getString("other_number");
    return new Call.Line(
        Call.Direction.valueOf(row.getString("direction").toUpperCase(Locale.ROOT)),
        Optional.ofNullable(other).map(Phone::of),
        row.getString("own_number"),
        row.getString("queue"),
        row.getString("language"));
  }

  private static Course course(ResultSet row) throws SQLException {
    var moments = new EnumMap<Kind, Instant>(Kind.class);
    for (var each : MOMENTS.entrySet()) {
      moment(row, each.getValue()).ifPresent(at -> moments.put(each.getKey(), at));
    }
    return new Course(moments, row.getString("extension"), row.getString("handed_to"));
  }

  private static Optional<Call.Owner> owner(ResultSet row) throws SQLException {
    var account = row.getObject("owner_id", UUID.class);
    return account == null
        ? Optional.empty()
        : Optional.of(
            new Call.Owner(
                new AccountId(account),
                moment(row, "owned_at").orElseThrow(),
                row.getBoolean("owned_by_telephone")));
  }

  private static Optional<Call.Closed> closed(ResultSet row) throws SQLException {
    var by = row.getObject("closed_by", UUID.class);
    return by == null
        ? Optional.empty()
        : Optional.of(new Call.Closed(new AccountId(by), moment(row, "closed_at").orElseThrow()));
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  static @Nullable OffsetDateTime time(Optional<Instant> moment) {
    return moment.map(at -> at.atOffset(UTC)).orElse(null);
  }
}
