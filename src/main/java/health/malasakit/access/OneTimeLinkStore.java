package health.malasakit.access;

import health.malasakit.kernel.AccountId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OneTimeLinkStore {

  private static final String FORGET_OTHERS =
      """
      delete from access.one_time_link
       where used_at is null and purpose = :purpose
         and account_id is not distinct from cast(:account as uuid)
      """;

  private static final String ADD =
      """
      insert into access.one_time_link
             (token_hash, purpose, account_id, issued_by, issued_at, expires_at)
      values (:token, :purpose, :account, :by, :now, :expires)
      """;

  private static final String FIND =
      """
      select purpose, account_id from access.one_time_link
       where token_hash = :token and used_at is null and expires_at > :now
      """;

  private static final String USE =
      """
      update access.one_time_link set used_at = :now
       where token_hash = :token and used_at is null and expires_at > :now
      returning purpose, account_id
      """;

  private final JdbcClient jdbc;

  OneTimeLinkStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds a link; unused ones of the same purpose and account are no longer valid. */
  void add(byte[] token, OneTimeLinks.Issue issue, Instant now) {
    var account = issue.account().map(AccountId::value).orElse(null);
    jdbc.sql(FORGET_OTHERS)
        .param("purpose", issue.purpose().code())
        .param("account", account)
        .update();
    jdbc.sql(ADD)
        .param("token", token)
        .param("purpose", issue.purpose().code())
        .param("account", account)
        .param("by", issue.by().map(AccountId::value).orElse(null))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("expires", now.plus(issue.purpose().validity()).atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<OneTimeLinks.Found> find(byte[] token, Instant now) {
    return found(FIND, token, now);
  }

  Optional<OneTimeLinks.Found> use(byte[] token, Instant now) {
    return found(USE, token, now);
  }

  private Optional<OneTimeLinks.Found> found(String sql, byte[] token, Instant now) {
    return jdbc.sql(sql)
        .param("token", token)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, n) ->
            new OneTimeLinks.Found(
                OneTimeLinks.Purpose.of(row.getString("purpose")),
                Optional.ofNullable(row.getObject("account_id", UUID.class)).map(AccountId::new)))
        .optional();
  }
}
