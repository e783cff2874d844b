package health.malasakit.inquiries;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AvailabilityStore {

  private static final String SAY =
      """
      insert into inquiries.availability (account_id, state, since) values (:account, :state, :now)
      on conflict (account_id) do update set state = excluded.state, since = excluded.since
       where inquiries.availability.state <> excluded.state
      """;

  private static final String OF =
      """
      select state, since from inquiries.availability where account_id = :account
      """;

  private static final String ALL =
      """
      select account_id, state, since from inquiries.availability where state <> 'away' or since > :since limit 5000
      """;

  private final JdbcClient jdbc;

  AvailabilityStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void say(AccountId account, Availability state, Instant now) {
    jdbc.sql(SAY)
        .param("account", account.value())
        .param("state", state.code())
        .param("now", now.atOffset(UTC))
        .update();
  }

  Optional<Availabilities.Said> of(AccountId account) {
    return jdbc.sql(OF).param("account", account.value()).query((row, n) -> said(row)).optional();
  }

  /** What everybody says who is not away, or went since then. */
  Map<AccountId, Availabilities.Said> all(Instant since) {
    var all = new HashMap<AccountId, Availabilities.Said>();
    jdbc.sql(ALL)
        .param("since", since.atOffset(UTC))
        .query(row -> {
          all.put(new AccountId(row.getObject("account_id", UUID.class)), said(row));
        });
    return all;
  }

  private static Availabilities.Said said(ResultSet row) throws SQLException {
    return new Availabilities.Said(
        Availability.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getObject("since", OffsetDateTime.class).toInstant());
  }
}
