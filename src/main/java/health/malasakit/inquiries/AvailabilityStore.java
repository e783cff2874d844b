package health.malasakit.inquiries;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
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

  private static final String AMONG =
      """
      select account_id, state, since from inquiries.availability
       where account_id = any (:accounts) and (state <> 'away' or since > :since)
      """;

  private static final String HERE =
      """
      select account_id from inquiries.availability where state in ('available', 'break') limit 5000
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

  /** What these people say, of whom some are not away, or went since then. */
  Map<AccountId, Availabilities.Said> among(Collection<AccountId> accounts, Instant since) {
    var all = new HashMap<AccountId, Availabilities.Said>();
    jdbc.sql(AMONG)
        .param("accounts", accounts.stream().map(AccountId::value).toArray(UUID[]::new))
        .param("since", since.atOffset(UTC))
        .query(row -> {
          all.put(new AccountId(row.getObject("account_id", UUID.class)), said(row));
        });
    return all;
  }

  /** Who says that she is here. */
  List<AccountId> here() {
    return jdbc.sql(HERE)
        .query((row, n) -> new AccountId(row.getObject("account_id", UUID.class)))
        .list();
  }

  private static Availabilities.Said said(ResultSet row) throws SQLException {
    return new Availabilities.Said(
        Availability.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getObject("since", OffsetDateTime.class).toInstant());
  }
}
