package health.malasakit.inquiries.texts;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.live.Live;
import health.malasakit.messaging.texts.TextId;
import health.malasakit.messaging.texts.TextSettled;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;

/**
 * An answer by itself did not reach her, or nobody knows whether it did: what had settled itself
 * waits for a person. The confirmation of a STOP is left out, as many a carrier takes none then.
 */
@Component
class UnheardReactions {

  private final Store store;
  private final Live live;

  UnheardReactions(Store store, Live live) {
    this.store = store;
    this.live = live;
  }

  /** May come late or again: it is opened once, and only while it was settled by itself. */
  @ApplicationModuleListener
  void on(TextSettled settled) {
    switch (settled.state()) {
      case REFUSED, FAILED, IN_DOUBT -> open(settled.organization(), settled.text());
      case SENDING, HANDED_OVER, DELIVERED -> {}
    }
  }

  private void open(OrganizationId clinic, TextId reply) {
    if (store.open(clinic, reply)) {
      live.changed(TextsIn.topic(clinic));
    }
  }

  /** What was settled by an answer. */
  @Repository
  static class Store {

    private static final String OPEN =
        """
        update inquiries.text_in set became = '', done_at = null, why = 'no_reply', version = version + 1
         where organization_id = :organization and reply_id = :reply and became = 'itself' and replied <> 'stop'
        """;

    private final JdbcClient jdbc;

    Store(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    boolean open(OrganizationId organization, TextId reply) {
      return jdbc.sql(OPEN)
              .param("organization", organization.value())
              .param("reply", reply.value())
              .update()
          == 1;
    }
  }
}
