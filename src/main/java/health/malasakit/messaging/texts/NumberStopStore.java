package health.malasakit.messaging.texts;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Scopes;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Numbers and what was said of them. */
@Repository
class NumberStopStore {

  private static final String ALONE =
      """
      select pg_advisory_xact_lock(
               hashtextextended('messaging.number_stop ' || cast(:organization as text) || ' ' || :digits, 0))
      """;

  private static final String ADD =
      """
      insert into messaging.number_stop (organization_id, stop_id, digits, closed, source, by_account, at)
      values (:organization, :id, :digits, :closed, :source, :by, :at)
      """;

  private static final String NEWEST =
      """
      select closed from messaging.number_stop
       where organization_id = :organization and digits = :digits order by stop_id desc limit 1
      """;

  private static final String CLOSED =
      """
      select n.digits from unnest(cast(:numbers as text[])) as n (digits)
       where (select closed from messaging.number_stop s
               where s.organization_id = :organization and s.digits = n.digits
               order by s.stop_id desc limit 1)
       limit 20000
      """;

  private final JdbcClient jdbc;

  NumberStopStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is said of a number. */
  record Line(NumberStops.Source source, boolean closed, Instant at) {}

  /** Nobody else changes it until this transaction has ended. */
  void alone(OrganizationId organization, Phone number) {
    asked(ALONE, organization, number).query((row, n) -> "").single();
  }

  void add(OrganizationId organization, Phone number, Line line) {
    asked(ADD, organization, number)
        .param("id", Ids.next())
        .param("closed", line.closed())
        .param("source", line.source().code())
        .param("by", Scopes.current().account().map(AccountId::value).orElse(null))
        .param("at", line.at().atOffset(UTC))
        .update();
  }

  Optional<Boolean> newest(OrganizationId organization, Phone number) {
    return asked(NEWEST, organization, number).query(Boolean.class).optional();
  }

  Set<String> closed(OrganizationId organization, Collection<Phone> numbers) {
    return new HashSet<>(
        jdbc.sql(CLOSED)
            .param("organization", organization.value())
            .param("numbers", numbers.stream().map(Phone::digits).distinct().toArray(String[]::new))
            .query(String.class)
            .list());
  }

  private JdbcClient.StatementSpec asked(
      String question, OrganizationId organization, Phone number) {
    return jdbc.sql(question)
        .param("organization", organization.value())
        .param("digits", number.digits());
  }
}
