package health.malasakit.access;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ColleagueStore {

  private static final String OF_ORGANIZATION =
      """
      select distinct a.id, a.display_name
        from access.membership m join access.account a on a.id = m.account_id
       where m.organization_id = :organization and a.disabled_at is null
       order by a.display_name, a.id limit 5000
      """;

  private static final String ROLES =
      """
      select distinct m.role
        from access.membership m join access.account a on a.id = m.account_id
       where m.organization_id = :organization and a.disabled_at is null
       limit 100
      """;

  private static final String NAMES =
      """
      select id, display_name from access.account where id = any (:accounts) limit 1000
      """;

  private final JdbcClient jdbc;

  ColleagueStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<AccountId, String> of(OrganizationId organization) {
    var people = new LinkedHashMap<AccountId, String>();
    jdbc.sql(OF_ORGANIZATION)
        .param("organization", organization.value())
        .query(row -> {
          put(people, row);
        });
    return people;
  }

  Set<Role> roles(OrganizationId organization) {
    return jdbc.sql(ROLES)
        .param("organization", organization.value())
        .query((row, n) -> Role.of(row.getString("role")))
        .set();
  }

  Map<AccountId, String> names(Collection<AccountId> accounts) {
    var people = new LinkedHashMap<AccountId, String>();
    jdbc.sql(NAMES)
        .param("accounts", accounts.stream().map(AccountId::value).toArray(UUID[]::new))
        .query(row -> {
          put(people, row);
        });
    return people;
  }

  private static void put(Map<AccountId, String> people, ResultSet row) throws SQLException {
    people.put(new AccountId(row.getObject("id", UUID.class)), row.getString("display_name"));
  }
}
