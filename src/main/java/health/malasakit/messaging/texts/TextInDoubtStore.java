package health.malasakit.messaging.texts;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Texts in doubt that are to be asked after. */
@Repository
class TextInDoubtStore {

  /** What is tried again is begun ten minutes before that at the earliest. */
  private static final String DUE =
      """
      select o.outgoing_id, o.from_address, o.to_address, h.handed, o.since, o.asked,
             (select count(*) from messaging.outgoing a
               where a.organization_id = o.organization_id and a.to_address = o.to_address and a.channel = 'text'
                 and a.from_address = o.from_address
                 and a.begun_at between h.handed - interval '15 minutes' and h.handed + interval '2 minutes'
                 and coalesce(a.handed_at, a.begun_at) between h.handed - interval '2 minutes'
                                                           and h.handed + interval '2 minutes'
                 and coalesce(a.carrier_id, '') = '' and a.state in ('sending', 'in_doubt')) as alike
        from messaging.outgoing o
       cross join lateral (select coalesce(o.handed_at, o.begun_at) as handed) h
       where o.organization_id = :organization and o.state = 'in_doubt' and o.channel = 'text'
         and coalesce(o.ask_at, o.since) <= :now and o.begun_at > :oldest
       order by coalesce(o.ask_at, o.since) limit 50
      """;

  private static final String CLAIMED =
      """
      select carrier_id from messaging.outgoing
       where organization_id = :organization and to_address = :to and carrier_id = any (:ids)
      """;

  private static final String LATER =
      """
      update messaging.outgoing set asked = asked + 1, ask_at = :next
       where organization_id = :organization and outgoing_id = :id and state = 'in_doubt'
      """;

  private final JdbcClient jdbc;

  TextInDoubtStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of which it is time to ask, 50 at most. */
  List<TextInDoubt> due(OrganizationId organization, Instant now) {
    return jdbc.sql(DUE)
        .param("organization", organization.value())
        .param("now", now.atOffset(UTC))
        .param("oldest", now.minus(TextInDoubt.ASKED_FOR).atOffset(UTC))
        .query((row, n) -> one(row))
        .list();
  }

  /** Those of these names at the gateway that belong to texts of ours to that number. */
  Set<String> claimed(OrganizationId organization, String to, Collection<String> ids) {
    return new HashSet<>(
        jdbc.sql(CLAIMED)
            .param("organization", organization.value())
            .param("to", to)
            .param("ids", ids.toArray(String[]::new))
            .query(String.class)
            .list());
  }

  boolean later(OrganizationId organization, TextId id, Instant next) {
    return jdbc.sql(LATER)
            .param("organization", organization.value())
            .param("id", id.value())
            .param("next", next.atOffset(UTC))
            .update()
        == 1;
  }

  private static TextInDoubt one(ResultSet row) throws SQLException {
    return new TextInDoubt(
        new TextId(row.getObject("outgoing_id", UUID.class)),
        row.getString("from_address"),
        row.getString("to_address"),
        row.getObject("handed", OffsetDateTime.class).toInstant(),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        row.getInt("asked"),
        row.getInt("alike"));
  }
}
