package health.malasakit.messaging.ledger;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.messaging.MessageNews;
import health.malasakit.messaging.mail.EmailAddress;
import health.malasakit.messaging.mail.MailSender;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** E-mails among what was handed over. One whose sender ended stands in doubt as a text does. */
@Repository
class OutgoingMailStore {

  private static final String ADD =
      """
      insert into messaging.outgoing (organization_id, outgoing_id, patient_id, channel, purpose, basis, key,
                                      from_address, to_address, state, reason, begun_at, since)
      values (:organization, :id, :patient, 'email', 'visit', :basis, :key, :from, :to, 'sending', '', :now, :now)
      """;

  private static final String SETTLE =
      """
      update messaging.outgoing set state = :state, reason = :reason, carrier_id = :carrier, since = :now
       where organization_id = :organization and outgoing_id = :id and state in ('sending', 'in_doubt')
      """;

  private static final String LEFT =
      """
      select outgoing_id from messaging.outgoing
       where organization_id = :organization and channel = 'email' and state = 'sending' and since < :before limit 500
      """;

  private static final String STEP =
      """
      insert into messaging.outgoing_step (organization_id, step_id, outgoing_id, patient_id, state, reason, at)
      select organization_id, :step, outgoing_id, patient_id, state, reason, since from messaging.outgoing
       where organization_id = :organization and outgoing_id = :id
      """;

  private final JdbcClient jdbc;
  private final MessageNews news;

  OutgoingMailStore(JdbcClient jdbc, MessageNews news) {
    this.jdbc = jdbc;
    this.news = news;
  }

  /** What the mail server said. */
  record Settled(String state, String reason, String carrier) {

    /** Whoever sent it is gone: it went out or it did not. */
    static final Settled INTERRUPTED = new Settled("in_doubt", "interrupted", "");
  }

  /** On its way; of two with one key the second breaks, and nothing of it is kept. */
  UUID add(Outward.Going going, MailSender from, EmailAddress to, Instant now) {
    var id = Ids.next();
    jdbc.sql(ADD)
        .param("organization", going.organization().value())
        .param("id", id)
        .param("patient", going.patient().value())
        .param("basis", going.basis().code())
        .param("key", going.key())
        .param("from", from.address().value())
        .param("to", to.value())
        .param("now", now.atOffset(UTC))
        .update();
    step(going.organization(), id);
    return id;
  }

  void settle(OrganizationId organization, UUID id, Settled next, Instant now) {
    int changed =
        jdbc.sql(SETTLE)
            .param("organization", organization.value())
            .param("id", id)
            .param("state", next.state())
            .param("reason", next.reason())
            .param("carrier", next.carrier())
            .param("now", now.atOffset(UTC))
            .update();
    if (changed == 1) {
      step(organization, id);
      news.changed(organization);
    }
  }

  /** On their way since before a moment: whoever sent them is gone. */
  List<UUID> left(OrganizationId organization, Instant before) {
    return jdbc.sql(LEFT)
        .param("organization", organization.value())
        .param("before", before.atOffset(UTC))
        .query((row, n) -> row.getObject("outgoing_id", UUID.class))
        .list();
  }

  private void step(OrganizationId organization, UUID id) {
    jdbc.sql(STEP)
        .param("organization", organization.value())
        .param("step", Ids.next())
        .param("id", id)
        .update();
  }
}
