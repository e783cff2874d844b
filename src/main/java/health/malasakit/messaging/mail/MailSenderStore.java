package health.malasakit.messaging.mail;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MailSenderStore {

  private static final String ADD =
      """
      insert into messaging.mail_sender (organization_id, sender_id, name, address, reply, set_by, set_at)
      values (:organization, :id, :name, :address, :reply, :by, :at)
      """;

  private static final String NEWEST =
      """
      select name, address, reply from messaging.mail_sender where organization_id = :organization
       order by sender_id desc limit 1
      """;

  private final JdbcClient jdbc;

  MailSenderStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By whom it was said, and when. */
  record Set(Optional<UUID> by, Instant at) {}

  /** None: the clinic takes it back. */
  void add(OrganizationId organization, Optional<MailSender> sender, Set said) {
    jdbc.sql(ADD)
        .param("organization", organization.value())
        .param("id", Ids.next())
        .param("name", sender.map(MailSender::name).orElse(""))
        .param("address", sender.map(one -> one.address().value()).orElse(""))
        .param("reply", sender.map(one -> one.reply().value()).orElse(""))
        .param("by", said.by().orElse(null))
        .param("at", said.at().atOffset(UTC))
        .update();
  }

  Optional<MailSender> newest(OrganizationId organization) {
    return jdbc.sql(NEWEST)
        .param("organization", organization.value())
        .query((row, n) -> sender(row))
        .optional()
        .flatMap(found -> found);
  }

  private static Optional<MailSender> sender(ResultSet row) throws SQLException {
    return row.getString("address").isEmpty()
        ? Optional.empty()
        : Optional.of(
            new MailSender(
                row.getString("name"),
                new EmailAddress(row.getString("address")),
                new EmailAddress(row.getString("reply"))));
  }
}
