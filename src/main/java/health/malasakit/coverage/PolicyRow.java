package health.malasakit.coverage;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Columns of {@code coverage.policy} to and from a {@link Policy}. */
final class PolicyRow {

  private PolicyRow() {}

  static Policy of(ResultSet row, int number) throws SQLException {
    return new Policy(
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        new PolicyId(row.getObject("policy_id", UUID.class)),
        new PatientId(row.getObject("patient_id", UUID.class)),
        facts(row),
        seen(row),
        row.getString("source"),
        Optional.ofNullable(row.getObject("read_by", UUID.class)).map(id -> new AccountId(id)),
        row.getObject("read_at", OffsetDateTime.class).toInstant());
  }

  private static PolicyFacts facts(ResultSet row) throws SQLException {
    return new PolicyFacts(
        row.getString("payer"),
        Programme.of(row.getString("programme")),
        Optional.ofNullable(row.getString("state")),
        row.getString("plan"),
        row.getString("member_id"),
        Subscriber.of(row.getString("subscriber")),
        row.getString("subscriber_name"),
        row.getInt("place"),
        date(row, "starts_on"),
        date(row, "ends_on"),
        Basis.of(row.getString("basis")));
  }

  private static Optional<Policy.Seen> seen(ResultSet row) throws SQLException {
    var last = date(row, "last_seen_on");
    return date(row, "first_seen_on").map(first -> new Policy.Seen(first, last.orElse(first)));
  }

  private static Optional<LocalDate> date(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, LocalDate.class));
  }

  static Map<String, Object> columns(Policy policy) {
    var facts = policy.facts();
    var columns = new HashMap<String, Object>();
    columns.put("organization", policy.organization().value());
    columns.put("id", policy.id().value());
    columns.put("patient", policy.patient().value());
    columns.put("payer", facts.payer().isBlank() ? "Self-pay" : facts.payer().strip());
    columns.put("programme", facts.programme().code());
    columns.put("state", facts.state().orElse(null));
    columns.put("plan", facts.plan().strip());
    columns.put("member", facts.memberId().strip());
    columns.put("subscriber", facts.subscriber().code());
    columns.put("subscriberName", facts.subscriberName().strip());
    columns.put("place", facts.place());
    columns.put("starts", facts.startsOn().orElse(null));
    columns.put("ends", facts.endsOn().orElse(null));
    columns.put("firstSeen", policy.seen().map(Policy.Seen::first).orElse(null));
    columns.put("lastSeen", policy.seen().map(Policy.Seen::last).orElse(null));
    columns.put("basis", facts.basis().code());
    columns.put("readBy", policy.readBy().map(AccountId::value).orElse(null));
    columns.put("readAt", policy.readAt().atOffset(ZoneOffset.UTC));
    columns.put("source", policy.source());
    return columns;
  }
}
