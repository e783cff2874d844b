package health.malasakit.inquiries;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.AccountId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
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
    return jdbc.sql(OF)
        .param("account", account.value())
        .query((row, n) ->
            new Availabilities.Said(
                Availability.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("since", OffsetDateTime.class).toInstant()))
        .optional();
  }
}
