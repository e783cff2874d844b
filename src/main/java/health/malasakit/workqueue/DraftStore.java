package health.malasakit.workqueue;

import health.malasakit.kernel.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DraftStore {

  private static final String KEEP =
      """
      insert into workqueue.draft (account_id, draft_key, call, path, body, at)
      values (:account, :key, :call, :path, :body, :at)
      on conflict (account_id, draft_key, call) do update set path = excluded.path, body = excluded.body, at = excluded.at
      """;

  private static final String FIND =
      """
      select draft_key, path, body, at, call from workqueue.draft
       where account_id = :account and draft_key = :key order by at desc limit 20
      """;

  private static final String NEWEST =
      """
      select draft_key, path, body, at, call from workqueue.draft where account_id = :account order by at desc limit :limit
      """;

  private static final String DISCARD =
      """
      delete from workqueue.draft where account_id = :account and draft_key = :key and call = :call
      """;

  private static final String FORGET =
      """
      delete from workqueue.draft where at < :before
      """;

  private final JdbcClient jdbc;

  DraftStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void keep(AccountId account, Draft draft) {
    jdbc.sql(KEEP)
        .param("account", account.value())
        .param("key", draft.key())
        .param("call", draft.call())
        .param("path", draft.path())
        .param("body", draft.body())
        .param("at", draft.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Of one form, the newest first; each was typed in another call, or in none. */
  List<Draft> find(AccountId account, String key) {
    return jdbc.sql(FIND)
        .param("account", account.value())
        .param("key", key)
        .query(DraftStore::draft)
        .list();
  }

  List<Draft> newest(AccountId account, int limit) {
    return jdbc.sql(NEWEST)
        .param("account", account.value())
        .param("limit", limit)
        .query(DraftStore::draft)
        .list();
  }

  void discard(AccountId account, Draft draft) {
    jdbc.sql(DISCARD)
        .param("account", account.value())
        .param("key", draft.key())
        .param("call", draft.call())
        .update();
  }

  /** Of everybody; for a job alone, see the policy of the table. */
  int forget(Instant before) {
    return jdbc.sql(FORGET).param("before", before.atOffset(ZoneOffset.UTC)).update();
  }

  private static Draft draft(ResultSet row, int number) throws SQLException {
    return new Draft(
        row.getString("draft_key"),
        row.getString("path"),
        row.getString("body"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("call"));
  }
}
