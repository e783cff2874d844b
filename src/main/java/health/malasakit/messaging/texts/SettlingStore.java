package health.malasakit.messaging.texts;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.messaging.MessageNews;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How a text came to stand: written into the ledger and its history, and told. */
@Repository
class SettlingStore {

  private static final String ALONE =
      """
      select outgoing_id, state, reason, since, coalesce(carrier_id, '') as carrier_id from messaging.outgoing
       where organization_id = :organization and outgoing_id = :id and channel = 'text' for update
      """;

  private static final String SETTLE =
      """
      update messaging.outgoing
         set state = :state, reason = :reason, carrier_id = nullif(:carrier, ''), since = :now, ask_at = null
       where organization_id = :organization and outgoing_id = :id and state <> 'delivered'
      """;

  private final JdbcClient jdbc;
  private final TextStore store;
  private final MessageNews news;
  private final ApplicationEventPublisher events;

  SettlingStore(
      JdbcClient jdbc, TextStore store, MessageNews news, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.store = store;
    this.news = news;
    this.events = events;
  }

  /** A text and its name at the carrier, which is empty while it has none. */
  record Known(SentText text, String carrierId) {}

  /** The text, which nobody else changes until this transaction has ended. */
  Optional<Known> alone(OrganizationId organization, TextId id) {
    return jdbc.sql(ALONE)
        .param("organization", organization.value())
        .param("id", id.value())
        .query((row, n) -> known(row))
        .optional();
  }

  /** Says what came of one that was on its way; of any other nothing changes. */
  boolean ofSending(OrganizationId organization, SentText next, String carrierId) {
    var known = alone(organization, next.id());
    if (known.filter(one -> one.text().state() == TextState.SENDING).isEmpty()) {
      return false;
    }
    settle(organization, next, carrierId);
    return true;
  }

  /** It was on its way, never left, and is tried again: who listens hears of the end of that. */
  boolean ofSendingAgain(OrganizationId organization, SentText next) {
    var known = alone(organization, next.id());
    return known.filter(one -> one.text().state() == TextState.SENDING).isPresent()
        && written(organization, next, "");
  }

  /** It stands so now; that it was delivered is never taken back. */
  void settle(OrganizationId organization, SentText next, String carrierId) {
    if (written(organization, next, carrierId)) {
      events.publishEvent(new TextSettled(organization, next.id(), next.state()));
    }
  }

  /** As {@link #settle}, and nobody is told. */
  boolean written(OrganizationId organization, SentText next, String carrierId) {
    var changed =
        jdbc.sql(SETTLE)
            .param("organization", organization.value())
            .param("id", next.id().value())
            .param("state", next.state().code())
            .param("reason", next.reason())
            .param("carrier", carrierId)
            .param("now", next.since().atOffset(UTC))
            .update();
    if (changed == 1) {
      store.step(organization, next);
      news.changed(organization);
    }
    return changed == 1;
  }

  private static Known known(ResultSet row) throws SQLException {
    return new Known(
        new SentText(
            new TextId(row.getObject("outgoing_id", UUID.class)),
            TextState.of(row.getString("state")),
            row.getString("reason"),
            row.getObject("since", OffsetDateTime.class).toInstant()),
        Objects.requireNonNullElse(row.getString("carrier_id"), ""));
  }
}
