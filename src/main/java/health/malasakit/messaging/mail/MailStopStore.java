package health.malasakit.messaging.mail;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scopes;
import health.malasakit.messaging.mail.MailStops.Line;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Addresses and what was said of them. */
@Repository
class MailStopStore {

  private static final String ALONE =
      """
      select pg_advisory_xact_lock(hashtextextended('messaging.mail_stop ' || cast(:organization as text), 0))
      """;

  private static final String CLOSE =
      """
      insert into messaging.mail_stop (organization_id, stop_id, address, closed, said_on, words, by_account, at)
      select :organization, n.id, n.address, true, :on, :words, :by, :at
        from unnest(cast(:ids as uuid[]), cast(:addresses as text[])) as n (id, address)
       where not coalesce((select closed from messaging.mail_stop s
               where s.organization_id = :organization and s.address = n.address
               order by s.stop_id desc limit 1), false)
      """;

  private static final String OPEN =
      """
      insert into messaging.mail_stop (organization_id, stop_id, address, closed, said_on, words, by_account, at)
      values (:organization, :id, :address, false, :on, :words, :by, :at)
      """;

  private static final String NEWEST =
      """
      select address, closed, said_on, words, by_account, at from messaging.mail_stop
       where organization_id = :organization and address = :address order by stop_id desc limit 1
      """;

  private static final String CORRECTED =
      """
      select address, closed, said_on, words, by_account, at from messaging.mail_stop
       where organization_id = :organization and not closed order by stop_id desc limit 20
      """;

  private static final String CLOSED =
      """
      select newest.* from unnest(cast(:addresses as text[])) as n (folded)
       cross join lateral (select s.address, s.closed, s.said_on, s.words, s.by_account, s.at from messaging.mail_stop s
                            where s.organization_id = :organization and s.address = n.folded
                            order by s.stop_id desc limit 1) newest
       where newest.closed limit 20000
      """;

  private final JdbcClient jdbc;

  MailStopStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Why, on which day of the clinic, and when it was written down. */
  record Said(String words, LocalDate on, Instant at) {}

  /** Nobody else changes any of the clinic until this transaction has ended. */
  void alone(OrganizationId organization) {
    jdbc.sql(ALONE).param("organization", organization.value()).query((row, n) -> "").single();
  }

  void closeAll(OrganizationId organization, Collection<EmailAddress> addresses, Said said) {
    var folded = folded(addresses);
    of(CLOSE, organization, said)
        .param("ids", Stream.generate(Ids::next).limit(folded.length).toArray(UUID[]::new))
        .param("addresses", folded)
        .update();
  }

  void open(OrganizationId organization, EmailAddress address, Said said) {
    of(OPEN, organization, said).param("id", Ids.next()).param("address", folded(address)).update();
  }

  private JdbcClient.StatementSpec of(String sql, OrganizationId organization, Said said) {
    return jdbc.sql(sql)
        .param("organization", organization.value())
        .param("words", said.words())
        .param("on", said.on())
        .param("by", Scopes.current().account().map(AccountId::value).orElse(null))
        .param("at", said.at().atOffset(UTC));
  }

  Optional<Line> newest(OrganizationId organization, EmailAddress address) {
    return jdbc.sql(NEWEST)
        .param("organization", organization.value())
        .param("address", folded(address))
        .query((row, n) -> line(row))
        .optional();
  }

  List<Line> closed(OrganizationId organization, Collection<EmailAddress> addresses) {
    return jdbc.sql(CLOSED)
        .param("organization", organization.value())
        .param("addresses", folded(addresses))
        .query((row, n) -> line(row))
        .list();
  }

  List<Line> corrected(OrganizationId organization) {
    return jdbc.sql(CORRECTED)
        .param("organization", organization.value())
        .query((row, n) -> line(row))
        .list();
  }

  private static String[] folded(Collection<EmailAddress> addresses) {
    return addresses.stream().map(MailStopStore::folded).distinct().toArray(String[]::new);
  }

  private static String folded(EmailAddress address) {
    return address.value().toLowerCase(Locale.ROOT);
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        row.getString("address"),
        row.getBoolean("closed"),
        row.getObject("said_on", LocalDate.class),
        row.getString("words"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("by_account", UUID.class)).map(AccountId::new));
  }
}
