package health.malasakit.messaging.texts;

import health.malasakit.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How answers to texts stand, by what they answer. */
@Component
public class SentReplies {

  private final Store store;
  private final Clock clock;

  SentReplies(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * An answer.
   *
   * @param key as it was begun with, which says what it answers
   * @param waits whether it is tried again by itself
   */
  public record Sent(String key, SentText text, boolean waits) {}

  /** One of the ledger, as it is now. */
  @Transactional(readOnly = true)
  public Optional<Sent> find(OrganizationId organization, TextId id) {
    return store.find(organization, id).map(this::now);
  }

  /** Those that were begun with these keys, the first before the others; 100 at most. */
  @Transactional(readOnly = true)
  public List<Sent> of(OrganizationId organization, Collection<String> keys) {
    return store.of(organization, keys).stream().map(this::now).toList();
  }

  private Sent now(Sent one) {
    return new Sent(one.key(), one.text().at(clock.instant()), one.waits());
  }

  /** Answers with their keys. */
  @Repository
  static class Store {

    private static final String COLUMNS =
        """
        select o.outgoing_id, o.key, o.state, o.reason, o.since,
               exists (select from messaging.outgoing_again a
                        where a.organization_id = o.organization_id and a.outgoing_id = o.outgoing_id) as waits
          from messaging.outgoing o
        """;

    private static final String FIND =
        COLUMNS
            + """
             where o.organization_id = :organization and o.outgoing_id = :id
            """;

    private static final String OF_KEYS =
        COLUMNS
            + """
             where o.organization_id = :organization and o.key = any (:keys)
             order by o.begun_at, o.outgoing_id limit 100
            """;

    private final JdbcClient jdbc;

    Store(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    Optional<Sent> find(OrganizationId organization, TextId id) {
      return jdbc.sql(FIND)
          .param("organization", organization.value())
          .param("id", id.value())
          .query((row, n) -> sent(row))
          .optional();
    }

    List<Sent> of(OrganizationId organization, Collection<String> keys) {
      return jdbc.sql(OF_KEYS)
          .param("organization", organization.value())
          .param("keys", keys.toArray(String[]::new))
          .query((row, n) -> sent(row))
          .list();
    }

    private static Sent sent(ResultSet row) throws SQLException {
      var text =
          new SentText(
              new TextId(row.getObject("outgoing_id", UUID.class)),
              TextState.of(row.getString("state")),
              row.getString("reason"),
              row.getObject("since", OffsetDateTime.class).toInstant());
      return new Sent(row.getString("key"), text, row.getBoolean("waits"));
    }
  }
}
