package health.malasakit.inquiries;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.AccountId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SeatStore {

  private static final String LEAVE =
      """
      delete from inquiries.telephone_seat where account_id = :account
      """;

  private static final String SIT =
      """
      insert into inquiries.telephone_seat (system_id, extension, account_id, since)
      values (:system, :extension, :account, :now)
      on conflict (system_id, extension) do update set account_id = excluded.account_id, since = excluded.since
      """;

  private static final String AT =
      """
      select account_id from inquiries.telephone_seat where system_id = :system and extension = :extension
      """;

  private static final String AT_ALONE = AT + " for update";

  private static final String LOST =
      """
      insert into inquiries.seat_lost (account_id, extension, taken_by, at)
      values (:account, :extension, :by, :now)
      on conflict (account_id) do update
         set extension = excluded.extension, taken_by = excluded.taken_by, at = excluded.at
      """;

  private static final String LOST_OF =
      """
      select extension, taken_by, at from inquiries.seat_lost where account_id = :account
      """;

  private static final String FORGET =
      """
      delete from inquiries.seat_lost where account_id = :account
      """;

  private static final String OF =
      """
      select system_id, extension from inquiries.telephone_seat where account_id = :account
       order by since desc limit 1
      """;

  private final JdbcClient jdbc;

  SeatStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void leave(AccountId account) {
    jdbc.sql(LEAVE).param("account", account.value()).update();
  }

  void sit(AccountId account, Seat seat, Instant now) {
    jdbc.sql(SIT)
        .param("system", seat.system().value())
        .param("extension", seat.extension())
        .param("account", account.value())
        .param("now", now.atOffset(UTC))
        .update();
  }

  Optional<AccountId> at(Seat seat) {
    return who(AT, seat);
  }

  /** Who sits there, where nobody else sits down until this transaction has ended. */
  Optional<AccountId> alone(Seat seat) {
    return who(AT_ALONE, seat);
  }

  private Optional<AccountId> who(String question, Seat seat) {
    return jdbc.sql(question)
        .param("system", seat.system().value())
        .param("extension", seat.extension())
        .query((row, n) -> new AccountId(row.getObject(1, UUID.class)))
        .optional();
  }

  /** She sat there until now, and has yet to be told. */
  void lost(AccountId account, Seat.Lost lost) {
    jdbc.sql(LOST)
        .param("account", account.value())
        .param("extension", lost.extension())
        .param("by", lost.to().value())
        .param("now", lost.at().atOffset(UTC))
        .update();
  }

  /** What she has yet to read. */
  Optional<Seat.Lost> lostOf(AccountId account) {
    return jdbc.sql(LOST_OF)
        .param("account", account.value())
        .query((row, n) ->
            new Seat.Lost(
                row.getString("extension"),
                new AccountId(row.getObject("taken_by", UUID.class)),
                row.getObject("at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  /** She knows. */
  void forget(AccountId account) {
    jdbc.sql(FORGET).param("account", account.value()).update();
  }

  Optional<Seat> of(AccountId account) {
    return jdbc.sql(OF)
        .param("account", account.value())
        .query((row, n) ->
            new Seat(
                new TelephoneId(row.getObject("system_id", UUID.class)),
                row.getString("extension")))
        .optional();
  }
}
