package health.malasakit.access;

import health.malasakit.kernel.AccountId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts belong to no organization; the table holds staff, never patients. */
@Repository
class AccountStore {

  private static final String ADD =
      """
      insert into access.account (id, email, email_folded, display_name, password_hash,
                                  sessions_valid_from, country, zone, created_at)
      values (:id, :email, lower(:email), :name, :hash, :now, :country, :zone, :now)
      """;

  private static final String NAME_OF =
      """
      select display_name from access.account where id = :id
      """;

  private final JdbcClient jdbc;

  AccountStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Account account, Optional<String> passwordHash, Instant now) {
    jdbc.sql(ADD)
        .param("id", account.id().value())
        .param("email", account.email())
        .param("name", account.displayName())
        .param("hash", passwordHash.orElse(null))
        .param("country", account.country())
        .param("zone", account.zone().getId())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<String> nameOf(AccountId id) {
    return jdbc.sql(NAME_OF).param("id", id.value()).query(String.class).optional();
  }
}
