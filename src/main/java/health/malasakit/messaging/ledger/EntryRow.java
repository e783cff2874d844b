package health.malasakit.messaging.ledger;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.messaging.Channel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line and its columns; what is out stands as its row among what was handed over. */
final class EntryRow {

  /**
   * Of {@code messaging.entry} as e and {@code messaging.outgoing} as o. A message to a household
   * has the row of one of them: where that patient may not be seen, nothing more is known of it.
   */
  static final String COLUMNS =
      """
      select e.organization_id, e.entry_id, e.patient_id, e.visit_id, e.visit_version, e.step, e.channel, e.urgency,
             case when e.state = 'out' then coalesce(o.state, 'sending') else e.state end as state,
             case when e.state = 'out' and o.reason <> '' then o.reason else e.reason end as reason,
             e.due_at, e.wanted_at, e.useless_at, case when e.state = 'out' then coalesce(o.since, e.since) else e.since end as since,
             e.attempts, coalesce(o.to_address, '') as to_address, e.settled_at
        from messaging.entry e
        left join messaging.outgoing o on o.organization_id = e.organization_id and o.outgoing_id = e.outgoing_id
      """;

  private EntryRow() {}

  static Entry read(ResultSet row) throws SQLException {
    return new Entry(
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        new EntryId(row.getObject("entry_id", UUID.class)),
        new PatientId(row.getObject("patient_id", UUID.class)),
        row.getObject("visit_id", UUID.class),
        row.getInt("visit_version"),
        Step.of(row.getString("step")),
        Channel.of(row.getString("channel")),
        Entry.Urgency.of(row.getString("urgency")),
        EntryState.of(row.getString("state")),
        row.getString("reason"),
        row.getObject("due_at", OffsetDateTime.class).toInstant(),
        row.getObject("wanted_at", OffsetDateTime.class).toInstant(),
        row.getObject("useless_at", OffsetDateTime.class).toInstant(),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        row.getInt("attempts"),
        row.getString("to_address"),
        moment(row.getObject("settled_at", OffsetDateTime.class)));
  }

  private static Optional<Instant> moment(@Nullable OffsetDateTime at) {
    return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
  }
}
