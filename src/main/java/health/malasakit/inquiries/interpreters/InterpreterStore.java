package health.malasakit.inquiries.interpreters;

import static java.time.ZoneOffset.UTC;

import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.interpreters.InterpreterUse.Outcome;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class InterpreterStore {

  private static final String ADD =
      """
      insert into inquiries.interpreter_use (organization_id, use_id, call_id, vendor, language, badge, connected_at,
                                             declined, by_id, at)
      values (:organization, :id, :call, :vendor, :language, :badge, :connected, :declined, :by, :now)
      """;

  private static final String END =
      """
      update inquiries.interpreter_use set ended_at = :now
       where organization_id = :organization and call_id = :call and connected_at is not null and ended_at is null
      """;

  private static final String OF =
      """
      select organization_id, use_id, call_id, vendor, language, badge, connected_at, ended_at, declined, by_id, at
        from inquiries.interpreter_use
       where organization_id = :organization and call_id = :call order by at limit 100
      """;

  private final JdbcClient jdbc;

  InterpreterStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(InterpreterUse use) {
    jdbc.sql(ADD)
        .param("organization", use.organization().value())
        .param("id", use.id())
        .param("call", use.call().value())
        .param("vendor", use.asked().vendor())
        .param("language", use.asked().language())
        .param("badge", use.asked().badge())
        .param("connected", since(use.outcome()))
        .param("declined", declined(use.outcome()))
        .param("by", use.by().value())
        .param("now", use.at().atOffset(UTC))
        .update();
  }

  /** Whoever interprets in this call leaves the line; says whether anybody did. */
  boolean end(Call call, Instant now) {
    return jdbc.sql(END)
            .param("organization", call.organization().value())
            .param("call", call.id().value())
            .param("now", now.atOffset(UTC))
            .update()
        > 0;
  }

  List<InterpreterUse> of(Call call) {
    return jdbc.sql(OF)
        .param("organization", call.organization().value())
        .param("call", call.id().value())
        .query(InterpreterStore::use)
        .list();
  }

  private static @Nullable OffsetDateTime since(Outcome outcome) {
    return outcome instanceof Outcome.Connected(var since, var until) ? since.atOffset(UTC) : null;
  }

  private static @Nullable String declined(Outcome outcome) {
    return outcome instanceof Outcome.None(var why) ? why.code() : null;
  }

  private static InterpreterUse use(ResultSet row, int number) throws SQLException {
    return new InterpreterUse(
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        row.getObject("use_id", UUID.class),
        new CallId(row.getObject("call_id", UUID.class)),
        new Asked(row.getString("vendor"), row.getString("language"), row.getString("badge")),
        outcome(row),
        new AccountId(row.getObject("by_id", UUID.class)),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  private static Outcome outcome(ResultSet row) throws SQLException {
    var declined = row.getString("declined");
    if (declined != null) {
      return new Outcome.None(Declined.of(declined));
    }
    return new Outcome.Connected(
        row.getObject("connected_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}
