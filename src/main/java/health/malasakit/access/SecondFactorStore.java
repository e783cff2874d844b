package health.malasakit.access;

import health.malasakit.kernel.AccountId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SecondFactorStore {

  private static final String BEGIN_APP =
      """
      insert into access.authenticator_app as app (account_id, sealed_secret, created_at)
      values (:account, :secret, :now)
      on conflict (account_id) do update
         set sealed_secret = excluded.sealed_secret, created_at = excluded.created_at
       where app.confirmed_at is null
      """;

  private static final String BEGIN_NEXT_APP =
      """
      update access.authenticator_app set next_sealed_secret = :secret, next_begun_at = :now
       where account_id = :account and confirmed_at is not null
         and (next_sealed_secret is null or next_begun_at <= :void)
      """;

  private static final String NEXT_APP_SECRET =
      """
      select next_sealed_secret from access.authenticator_app
       where account_id = :account and next_begun_at > :void
      """;

  private static final String TAKE_NEXT_APP =
      """
      update access.authenticator_app
         set sealed_secret = next_sealed_secret, next_sealed_secret = null, next_begun_at = null,
             confirmed_at = :now, last_step = :step
       where account_id = :account and next_sealed_secret = :verified
      """;

  private static final String APP_USED =
      """
      select confirmed_at, last_step from access.authenticator_app
       where account_id = :account and confirmed_at is not null
      """;

  /** Who changes her factors at two places at once does it one after the other. */
  private static final String LOCK =
      """
      select id from access.account where id = :account for update
      """;

  private static final String APP_SECRET =
      """
      select sealed_secret from access.authenticator_app
       where account_id = :account and (confirmed_at is not null) = :confirmed
      """;

  private static final String CONFIRM_APP =
      """
      update access.authenticator_app set confirmed_at = :now
       where account_id = :account and confirmed_at is null
      """;

  private static final String TAKE_STEP =
      """
      update access.authenticator_app set last_step = :step
       where account_id = :account and last_step < :step
      """;

  private static final String HAS_APP =
      """
      select exists (select 1 from access.authenticator_app
                      where account_id = :account and confirmed_at is not null)
      """;

  private static final String ADD_CODES =
      """
      insert into access.recovery_code (account_id, code_hash)
      select :account, code from unnest(cast(:codes as bytea[])) as code
      """;

  private static final String USE_CODE =
      """
      update access.recovery_code set used_at = :now
       where account_id = :account and code_hash = :code and used_at is null
      """;

  private static final String CODES_LEFT =
      """
      select count(*) from access.recovery_code where account_id = :account and used_at is null
      """;

  private static final String FORGET_CODES =
      """
      delete from access.recovery_code where account_id = :account
      """;

  private static final String FORGET_APP =
      """
      delete from access.authenticator_app where account_id = :account
      """;

  private static final String FORGET_PASSKEYS =
      """
      delete from access.passkey where account_id = :account
      """;

  private final JdbcClient jdbc;

  SecondFactorStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean beginApp(AccountId account, byte[] sealed, Instant now) {
    return of(BEGIN_APP, account).param("secret", sealed).param("now", utc(now)).update() == 1;
  }

  Optional<byte[]> appSecret(AccountId account, boolean confirmed) {
    return of(APP_SECRET, account).param("confirmed", confirmed).query(byte[].class).optional();
  }

  void confirmApp(AccountId account, Instant now) {
    of(CONFIRM_APP, account).param("now", utc(now)).update();
  }

  /** False when a code of this half minute or a later one was taken before. */
  boolean takeStep(AccountId account, long step) {
    return of(TAKE_STEP, account).param("step", step).update() == 1;
  }

  boolean hasApp(AccountId account) {
    return of(HAS_APP, account).query(Boolean.class).single();
  }

  /** Nothing changes while another is being set up that began after {@code expired}. */
  void beginNextApp(AccountId account, byte[] sealed, Instant now, Instant expired) {
    of(BEGIN_NEXT_APP, account)
        .param("secret", sealed)
        .param("now", utc(now))
        .param("void", utc(expired))
        .update();
  }

  Optional<byte[]> nextAppSecret(AccountId account, Instant expired) {
    return of(NEXT_APP_SECRET, account).param("void", utc(expired)).query(byte[].class).optional();
  }

  /** Takes the secret of which a code was right, and no other that came meanwhile. */
  boolean takeNextApp(AccountId account, byte[] verified, long step, Instant now) {
    return of(TAKE_NEXT_APP, account)
            .param("verified", verified)
            .param("step", step)
            .param("now", utc(now))
            .update()
        == 1;
  }

  /** When the app was set up, and the half minute of the last code that was taken. */
  Optional<SecondFactors.App> app(AccountId account) {
    return of(APP_USED, account)
        .query((row, n) ->
            new SecondFactors.App(
                row.getObject("confirmed_at", OffsetDateTime.class).toInstant(),
                Instant.ofEpochSecond(row.getLong("last_step") * SecondFactors.STEP_SECONDS)))
        .optional();
  }

  boolean forgetApp(AccountId account) {
    return of(FORGET_APP, account).update() == 1;
  }

  void lock(AccountId account) {
    of(LOCK, account).query(row -> {});
  }

  void replaceCodes(AccountId account, Collection<byte[]> hashes) {
    of(FORGET_CODES, account).update();
    of(ADD_CODES, account).param("codes", hashes.toArray(byte[][]::new)).update();
  }

  boolean useCode(AccountId account, byte[] hash, Instant now) {
    return of(USE_CODE, account).param("code", hash).param("now", utc(now)).update() == 1;
  }

  int codesLeft(AccountId account) {
    return of(CODES_LEFT, account).query(Integer.class).single();
  }

  void forgetAll(AccountId account) {
    of(FORGET_CODES, account).update();
    of(FORGET_APP, account).update();
    of(FORGET_PASSKEYS, account).update();
  }

  private JdbcClient.StatementSpec of(String sql, AccountId account) {
    return jdbc.sql(sql).param("account", account.value());
  }

  private static java.time.OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
