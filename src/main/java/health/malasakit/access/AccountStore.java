package health.malasakit.access;

import health.malasakit.kernel.AccountId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts belong to no organization; the table holds staff, never patients. */
@Repository
class AccountStore {

  private static final String ADD =
      """
      insert into access.account (id, email, email_folded, display_name, password_hash,
                                  sessions_valid_from, country, zone, created_at)
      values (:id, :email, :folded, :name, :hash, :now, :country, :zone, :now)
      on conflict (email_folded) do nothing
      """;

  private static final String BY_ID =
      """
      select id, email, display_name, password_hash, disabled_at, second_factor_required,
             sessions_valid_from, country, zone
        from access.account where id = :id
      """;

  private static final String BY_EMAIL =
      """
      select id, email, display_name, password_hash, disabled_at, second_factor_required,
             sessions_valid_from, country, zone
        from access.account where email_folded = :folded
      """;

  private static final String NAMES_OF =
      """
      select id, display_name from access.account where id = any (:ids) limit 5000
      """;

  private static final String ANY =
      """
      select exists (select 1 from access.account)
      """;

  private static final String SET_PASSWORD =
      """
      update access.account set password_hash = :hash, sessions_valid_from = :now where id = :id
      """;

  private static final String END_SESSIONS =
      """
      update access.account set sessions_valid_from = :now where id = :id
      """;

  private static final String DISABLE =
      """
      update access.account set disabled_at = :now, sessions_valid_from = :now
       where id = :id and disabled_at is null
      """;

  private static final String ENABLE =
      """
      update access.account set disabled_at = null where id = :id
      """;

  private static final String WORKS_FROM =
      """
      update access.account set country = :country, zone = :zone where id = :id
      """;

  private static final String COUNTRIES_OF =
      """
      select unnest(countries) from access.account where id = :id
      """;

  private static final String LOCK =
      """
      select id from access.account where id = :id for update
      """;

  private static final String ALLOW =
      """
      update access.account set countries = :countries where id = :id
      """;

  private static final String WAIVE_SECOND_FACTOR =
      """
      update access.account set second_factor_required = false where id = :id
      """;

  private final JdbcClient jdbc;

  AccountStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when the e-mail is taken. */
  boolean add(Account account, Optional<String> passwordHash, Instant now) {
    return jdbc.sql(ADD)
            .param("id", account.id().value())
            .param("email", account.email())
            .param("folded", Account.folded(account.email()))
            .param("name", account.displayName())
            .param("hash", passwordHash.orElse(null))
            .param("country", account.country())
            .param("zone", account.zone().getId())
            .param("now", now.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  Optional<AccountRow> byId(AccountId id) {
    return jdbc.sql(BY_ID).param("id", id.value()).query(AccountRow::of).optional();
  }

  Optional<AccountRow> byEmail(String email) {
    return jdbc.sql(BY_EMAIL)
        .param("folded", Account.folded(email))
        .query(AccountRow::of)
        .optional();
  }

  Map<AccountId, String> namesOf(Collection<AccountId> ids) {
    var names = new HashMap<AccountId, String>();
    jdbc.sql(NAMES_OF)
        .param("ids", ids.stream().map(AccountId::value).toArray(UUID[]::new))
        .query(row -> {
          names.put(new AccountId(row.getObject("id", UUID.class)), row.getString("display_name"));
        });
    return names;
  }

  boolean any() {
    return jdbc.sql(ANY).query(Boolean.class).single();
  }

  void setPassword(AccountId id, String hash, Instant now) {
    at(SET_PASSWORD, id, now).param("hash", hash).update();
  }

  void endSessions(AccountId id, Instant now) {
    at(END_SESSIONS, id, now).update();
  }

  boolean disable(AccountId id, Instant now) {
    return at(DISABLE, id, now).update() == 1;
  }

  void enable(AccountId id) {
    jdbc.sql(ENABLE).param("id", id.value()).update();
  }

  void worksFrom(AccountId id, String country, String zone) {
    jdbc.sql(WORKS_FROM)
        .param("id", id.value())
        .param("country", country)
        .param("zone", zone)
        .update();
  }

  Set<String> countriesOf(AccountId id) {
    return jdbc.sql(COUNTRIES_OF).param("id", id.value()).query((row, n) -> row.getString(1)).set();
  }

  /** Hers as they are; nobody else changes them until this transaction is over. */
  Set<String> countriesToChange(AccountId id) {
    jdbc.sql(LOCK).param("id", id.value()).query(UUID.class).optional();
    return countriesOf(id);
  }

  void allow(AccountId id, Set<String> countries) {
    jdbc.sql(ALLOW)
        .param("id", id.value())
        .param("countries", countries.stream().sorted().toArray(String[]::new))
        .update();
  }

  void waiveSecondFactor(AccountId id) {
    jdbc.sql(WAIVE_SECOND_FACTOR).param("id", id.value()).update();
  }

  private JdbcClient.StatementSpec at(String sql, AccountId id, Instant now) {
    return jdbc.sql(sql)
        .param("id", id.value())
        .param("now", now.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC));
  }
}
