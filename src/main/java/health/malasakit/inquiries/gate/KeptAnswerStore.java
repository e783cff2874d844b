package health.malasakit.inquiries.gate;

import static java.time.ZoneOffset.UTC;

import health.malasakit.inquiries.CallId;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class KeptAnswerStore {

  private static final String KEEP =
      """
      insert into inquiries.kept_answer (organization_id, call_id, account_id, answer_id, sealed, at)
      values (:organization, :call, :account, :id, :sealed, :now)
      on conflict (organization_id, call_id, account_id)
        do update set answer_id = excluded.answer_id, sealed = excluded.sealed, at = excluded.at
      """;

  private static final String FIND =
      """
      select answer_id, sealed, at from inquiries.kept_answer
       where organization_id = :organization and call_id = :call and account_id = :account
      """;

  private static final String FORGET =
      """
      delete from inquiries.kept_answer
       where organization_id = :organization and call_id = :call and account_id = :account
      """;

  private static final String FORGET_OLD =
      """
      delete from inquiries.kept_answer
       where organization_id = :organization and at < :before
      """;

  private final JdbcClient jdbc;

  KeptAnswerStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One per call and person. */
  record Row(
      OrganizationId organization,
      CallId call,
      AccountId account,
      UUID id,
      String sealed,
      Instant at) {

    @Override
    public String toString() {
      return "Row[" + id + "]";
    }
  }

  void keep(Row row) {
    of(KEEP, row.organization(), row.call(), row.account())
        .param("id", row.id())
        .param("sealed", row.sealed())
        .param("now", row.at().atOffset(UTC))
        .update();
  }

  Optional<Row> find(OrganizationId organization, CallId call, AccountId account) {
    return of(FIND, organization, call, account)
        .query((row, n) ->
            new Row(
                organization,
                call,
                account,
                row.getObject("answer_id", UUID.class),
                row.getString("sealed"),
                row.getObject("at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  void forget(OrganizationId organization, CallId call, AccountId account) {
    of(FORGET, organization, call, account).update();
  }

  /** Everybody's that is older. */
  void forget(OrganizationId organization, Instant before) {
    jdbc.sql(FORGET_OLD)
        .param("organization", organization.value())
        .param("before", before.atOffset(UTC))
        .update();
  }

  private JdbcClient.StatementSpec of(
      String sql, OrganizationId organization, CallId call, AccountId account) {
    return jdbc.sql(sql)
        .param("organization", organization.value())
        .param("call", call.value())
        .param("account", account.value());
  }
}
