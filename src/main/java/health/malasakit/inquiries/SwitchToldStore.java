package health.malasakit.inquiries;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.AccountId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether switches were told who took which call. */
@Repository
public class SwitchToldStore {

  private static final String REMEMBER =
      """
      insert into inquiries.switch_told (organization_id, call_id, account_id, outcome, at)
      values (:organization, :call, :account, :outcome, :now)
      on conflict (organization_id, call_id, account_id) do update set outcome = excluded.outcome, at = excluded.at
      """;

  private static final String LAST =
      """
      select outcome from inquiries.switch_told
       where organization_id = :organization and call_id = :call and account_id = :account
      """;

  private final JdbcClient jdbc;

  SwitchToldStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void remember(CallTaken taken, SwitchTold outcome, Instant now) {
    jdbc.sql(REMEMBER)
        .param("organization", taken.organization().value())
        .param("call", taken.call().value())
        .param("account", taken.by().value())
        .param("outcome", outcome.code())
        .param("now", now.atOffset(UTC))
        .update();
  }

  /** What came of telling the switch that this person took the call; empty when it decides. */
  public Optional<SwitchTold> of(Call call, AccountId by) {
    return jdbc.sql(LAST)
        .param("organization", call.organization().value())
        .param("call", call.id().value())
        .param("account", by.value())
        .query((row, n) -> SwitchTold.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)))
        .optional();
  }
}
