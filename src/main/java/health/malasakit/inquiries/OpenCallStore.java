package health.malasakit.inquiries;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks across clinics: what a person is doing does not depend on who asks. */
@Repository
public class OpenCallStore {

  private static final String OF =
      """
      select account_id, organization_id, call_id, state, since from access.open_calls_of(:accounts)
      """;

  /** Each request of hers asks, so it is one question. */
  private static final String HERS =
      """
      select account_id, organization_id, call_id, state, since, false as said_over
        from access.open_calls_of(array[cast(:account as uuid)])
      union all
      select account_id, organization_id, call_id, state, since, true from access.call_that_may_go_on(:account, :after)
      """;

  private final JdbcClient jdbc;

  OpenCallStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The calls that these people have yet to write up. */
  public List<OpenCall> of(Collection<AccountId> accounts) {
    return jdbc.sql(OF)
        .param("accounts", accounts.stream().map(AccountId::value).toArray(UUID[]::new))
        .query(OpenCallStore::call)
        .list();
  }

  /**
   * What one person is on.
   *
   * @param open the calls that she has yet to write up
   * @param mayGoOn her latest call of which she said lately that it is over, and its telephone has
   *     not; empty when she took another since
   */
  public record Hers(List<OpenCall> open, Optional<OpenCall> mayGoOn) {}

  /** The same of one person, and what she said later than then to be over. */
  public Hers hers(AccountId account, Instant after) {
    var found =
        jdbc.sql(HERS)
            .param("account", account.value())
            .param("after", after.atOffset(UTC))
            .query((row, n) -> Map.entry(call(row, n), row.getBoolean("said_over")))
            .list();
    return new Hers(
        found.stream().filter(one -> !one.getValue()).map(Map.Entry::getKey).toList(),
        found.stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).findFirst());
  }

  private static OpenCall call(ResultSet row, int number) throws SQLException {
    return new OpenCall(
        new AccountId(row.getObject("account_id", UUID.class)),
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        new CallId(row.getObject("call_id", UUID.class)),
        CallState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getObject("since", OffsetDateTime.class).toInstant());
  }
}
