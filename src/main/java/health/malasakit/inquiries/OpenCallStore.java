package health.malasakit.inquiries;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks across clinics: what a person is doing does not depend on who asks. */
@Repository
public class OpenCallStore {

  private static final String OF =
      """
      select account_id, organization_id, call_id, state, since from access.open_calls_of(:accounts)
      """;

  private final JdbcClient jdbc;

  OpenCallStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The calls that these people have yet to write up. */
  public List<OpenCall> of(Collection<AccountId> accounts) {
    return jdbc.sql(OF)
        .param("accounts", accounts.stream().map(AccountId::value).toArray(UUID[]::new))
        .query(OpenCallStore::call)
        .list();
  }

  private static OpenCall call(ResultSet row, int number) throws SQLException {
    return new OpenCall(
        new AccountId(row.getObject("account_id", UUID.class)),
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        new CallId(row.getObject("call_id", UUID.class)),
        CallState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getObject("since", OffsetDateTime.class).toInstant());
  }
}
