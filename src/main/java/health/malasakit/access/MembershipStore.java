package health.malasakit.access;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MembershipStore {

  private static final String ROLES_OF_ACCOUNT =
      """
      select organization_id, role from access.memberships_of(:account)
      """;

  private final JdbcClient jdbc;

  MembershipStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Asked before a scope exists, so through a function that may look across organizations. */
  Map<OrganizationId, Set<Role>> rolesOf(AccountId account) {
    var roles = new HashMap<OrganizationId, Set<Role>>();
    jdbc.sql(ROLES_OF_ACCOUNT)
        .param("account", account.value())
        .query(row -> {
          roles
              .computeIfAbsent(
                  new OrganizationId(row.getObject("organization_id", UUID.class)),
                  id -> EnumSet.noneOf(Role.class))
              .add(Role.of(row.getString("role")));
        });
    return roles;
  }
}
