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
class WrapUpStore {

  private static final String ADD =
      """
      insert into inquiries.call_writeup (organization_id, call_id, reason, outcome, note, written_by, written_at)
      values (:organization, :call, :reason, :outcome, :note, :by, :now)
      """;

  private static final String OF =
      """
      select reason, outcome, note, written_by, written_at from inquiries.call_writeup
       where organization_id = :organization and call_id = :call
      """;

  private final JdbcClient jdbc;

  WrapUpStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Call call, WrapUp words, AccountId by, Instant now) {
    jdbc.sql(ADD)
        .param("organization", call.organization().value())
        .param("call", call.id().value())
        .param("reason", words.reason())
        .param("outcome", words.outcome())
        .param("note", words.note())
        .param("by", by.value())
        .param("now", now.atOffset(UTC))
        .update();
  }

  Optional<WrapUps.Written> of(Call call) {
    return jdbc.sql(OF)
        .param("organization", call.organization().value())
        .param("call", call.id().value())
        .query((row, n) ->
            new WrapUps.Written(
                new WrapUp(
                    row.getString("reason"), row.getString("outcome"), row.getString("note")),
                new AccountId(row.getObject("written_by", UUID.class)),
                row.getObject("written_at", OffsetDateTime.class).toInstant()))
        .optional();
  }
}
