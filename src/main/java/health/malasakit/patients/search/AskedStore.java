package health.malasakit.patients.search;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a person asked for; the database shows it to nobody else. */
@Repository
class AskedStore {

  private static final String KEEP =
      """
      insert into patients.search (search_id, account_id, words, at) values (:id, :account, :words, :at)
      """;

  private static final String FORGET =
      """
      delete from patients.search where account_id = :account and at < :before
      """;

  private static final String WORDS =
      """
      select words from patients.search where search_id = :id and account_id = :account and at >= :since
      """;

  private final JdbcClient jdbc;

  AskedStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  UUID keep(AccountId account, String words, Instant at) {
    UUID id = Ids.next();
    jdbc.sql(KEEP)
        .param("id", id)
        .param("account", account.value())
        .param("words", words)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
    return id;
  }

  void forget(AccountId account, Instant before) {
    jdbc.sql(FORGET)
        .param("account", account.value())
        .param("before", before.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<String> words(AccountId account, UUID id, Instant since) {
    return jdbc.sql(WORDS)
        .param("id", id)
        .param("account", account.value())
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query((row, n) -> row.getString(1))
        .optional();
  }
}
