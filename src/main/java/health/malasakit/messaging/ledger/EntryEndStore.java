package health.malasakit.messaging.ledger;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scopes;
import health.malasakit.messaging.MessageNews;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes how lines end: a person saw to them, or nothing comes of them any more. */
@Repository
class EntryEndStore {

  private static final String FOLLOWED =
      """
      update messaging.entry set followed = true
       where organization_id = :organization and entry_id = :id and state = 'out' and not followed
      """;

  /** Nothing comes of these any more: so what is left to follow stays few. */
  private static final String ARRIVED =
      """
      update messaging.entry e set followed = true from messaging.outgoing o
       where e.organization_id = :organization and e.state = 'out' and not e.followed
         and o.organization_id = e.organization_id and o.outgoing_id = e.outgoing_id
         and (o.state = 'delivered' or (o.state = 'handed_over' and o.since < :old))
      """;

  /** Not of one that is to go again since she looked at it. */
  private static final String SETTLE =
      """
      update messaging.entry set settled_by = :by, settled_at = :now
       where organization_id = :organization and entry_id = :id and settled_at is null
         and state in ('refused', 'out', 'cancelled')
      """;

  private final JdbcClient jdbc;
  private final EntryStore store;
  private final MessageNews news;

  EntryEndStore(JdbcClient jdbc, EntryStore store, MessageNews news) {
    this.jdbc = jdbc;
    this.store = store;
    this.news = news;
  }

  void followed(Entry one) {
    of(FOLLOWED, one.organization()).param("id", one.id().value()).update();
    news.changed(one.organization());
  }

  /** What arrived, and what nobody told anything of since then, is followed no more. */
  void arrived(OrganizationId organization, Instant old) {
    of(ARRIVED, organization).param("old", old.atOffset(UTC)).update();
  }

  /** False when somebody saw to it already, or sent it again. */
  boolean settle(Entry one, String how, Instant now) {
    boolean settled =
        of(SETTLE, one.organization())
                .param("id", one.id().value())
                .param("by", Scopes.current().account().map(AccountId::value).orElseThrow())
                .param("now", now.atOffset(UTC))
                .update()
            == 1;
    if (settled) {
      store.remember(
          one, new EntryStore.Change("settled", how, one.dueAt(), now), Optional.empty());
    }
    return settled;
  }

  private JdbcClient.StatementSpec of(String sql, OrganizationId organization) {
    return jdbc.sql(sql).param("organization", organization.value());
  }
}
