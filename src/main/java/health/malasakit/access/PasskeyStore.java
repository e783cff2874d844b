package health.malasakit.access;

import health.malasakit.kernel.AccountId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PasskeyStore {

  /** One key of a person in base64url; {@code credential} is what the authenticator attested. */
  record Known(
      String id,
      String credential,
      long counter,
      String label,
      Instant createdAt,
      Optional<Instant> lastUsedAt) {

    @Override
    public String toString() {
      return "Known[" + label + "]";
    }
  }

  private static final String OF_ACCOUNT =
      """
      select credential_id, credential, counter, label, created_at, last_used_at
        from access.passkey where account_id = :account order by created_at limit 20
      """;

  private static final String ADD =
      """
      insert into access.passkey (account_id, credential_id, credential, counter, label, created_at)
      values (:account, :id, :credential, :counter, :label, :now)
      on conflict do nothing
      """;

  private static final String USED =
      """
      update access.passkey set counter = :counter, last_used_at = :now
       where account_id = :account and credential_id = :id
         and (counter < :counter or (counter = 0 and :counter = 0))
      """;

  private static final String REMOVE =
      """
      delete from access.passkey where account_id = :account and credential_id = :id
      """;

  private final JdbcClient jdbc;

  PasskeyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Known> of(AccountId account) {
    return jdbc.sql(OF_ACCOUNT)
        .param("account", account.value())
        .query((row, n) ->
            new Known(
                encode(row.getBytes("credential_id")),
                encode(row.getBytes("credential")),
                row.getLong("counter"),
                row.getString("label"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("last_used_at", OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant)))
        .list();
  }

  Optional<Known> find(AccountId account, String id) {
    return of(account).stream().filter(key -> key.id().equals(id)).findFirst();
  }

  boolean add(AccountId account, Known key) {
    return jdbc.sql(ADD)
            .param("account", account.value())
            .param("id", decode(key.id()))
            .param("credential", decode(key.credential()))
            .param("counter", key.counter())
            .param("label", key.label())
            .param("now", key.createdAt().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** False when the counter did not grow, which tells of a copied key. */
  boolean used(AccountId account, String id, long counter, Instant now) {
    return jdbc.sql(USED)
            .param("account", account.value())
            .param("id", decode(id))
            .param("counter", counter)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  boolean remove(AccountId account, String id) {
    return jdbc.sql(REMOVE).param("account", account.value()).param("id", decode(id)).update() == 1;
  }

  static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static byte[] decode(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}
