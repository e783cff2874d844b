package health.malasakit.access;

import health.malasakit.kernel.AccountId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReceiptStore {

  private static final String LOCK =
      """
      select pg_advisory_xact_lock(hashtextextended(:key, 0))
      """;

  private static final String FIND =
      """
      select location from access.receipt where account_id = :account and request_id = :request
      """;

  private static final String ADD =
      """
      insert into access.receipt (account_id, request_id, location, at)
      values (:account, :request, :location, :at)
      """;

  private static final String FORGET =
      """
      delete from access.receipt where at < :before
      """;

  private final JdbcClient jdbc;

  ReceiptStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A second sending of the same form waits here until the first has ended. */
  void lock(UUID request) {
    jdbc.sql(LOCK).param("key", request.toString()).query(row -> {});
  }

  Optional<String> find(AccountId account, UUID request) {
    return jdbc.sql(FIND)
        .param("account", account.value())
        .param("request", request)
        .query(String.class)
        .optional();
  }

  void add(AccountId account, UUID request, String location, Instant at) {
    jdbc.sql(ADD)
        .param("account", account.value())
        .param("request", request)
        .param("location", location)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  int forget(Instant before) {
    return jdbc.sql(FORGET).param("before", before.atOffset(ZoneOffset.UTC)).update();
  }
}
