package health.malasakit.inquiries.redflags;

import health.malasakit.kernel.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who books nothing now, and for which emergency. */
@Repository
class SetAsideStore {

  private static final String ADD =
      """
      insert into inquiries.set_aside (account_id, emergency_id) values (:account, :id) on conflict do nothing
      """;

  private static final String REMOVE =
      """
      delete from inquiries.set_aside where account_id = :account and emergency_id = :id
      """;

  private static final String IS_SET_ASIDE =
      """
      select exists (select 1 from inquiries.set_aside where account_id = :account)
      """;

  private final JdbcClient jdbc;

  SetAsideStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(AccountId account, EmergencyId id) {
    jdbc.sql(ADD).param("account", account.value()).param("id", id.value()).update();
  }

  void remove(AccountId account, EmergencyId id) {
    jdbc.sql(REMOVE).param("account", account.value()).param("id", id.value()).update();
  }

  boolean isSetAside(AccountId account) {
    return jdbc.sql(IS_SET_ASIDE).param("account", account.value()).query(Boolean.class).single();
  }
}
