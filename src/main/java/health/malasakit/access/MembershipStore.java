package health.malasakit.access;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MembershipStore {

  private static final String ROLES_OF_ACCOUNT =
      """
      select organization_id, role from access.memberships_of(:account)
      """;

  private static final String STANDING =
      """
      select a.disabled_at is null as open, a.sessions_valid_from, m.organization_id, m.role
        from access.account a left join lateral access.memberships_of(a.id) m on true
       where a.id = :account
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
          add(roles, row);
        });
    return roles;
  }

  /**
   * Her roles now, and since when her sessions are valid; empty when she may not come in at all.
   */
  Optional<Standing> standingOf(AccountId account) {
    var roles = new HashMap<OrganizationId, Set<Role>>();
    var validFrom = new AtomicReference<Instant>();
    jdbc.sql(STANDING)
        .param("account", account.value())
        .query(row -> {
          if (row.getBoolean("open")) {
            validFrom.set(row.getObject("sessions_valid_from", OffsetDateTime.class).toInstant());
          }
          if (row.getString("role") != null) {
            add(roles, row);
          }
        });
    return Optional.ofNullable(validFrom.get()).map(from -> new Standing(from, roles));
  }

  /** What a person is now, asked with each of her requests. */
  record Standing(Instant sessionsValidFrom, Map<OrganizationId, Set<Role>> roles) {}

  private static void add(Map<OrganizationId, Set<Role>> roles, ResultSet row) throws SQLException {
    roles
        .computeIfAbsent(
            new OrganizationId(row.getObject("organization_id", UUID.class)),
            id -> EnumSet.noneOf(Role.class))
        .add(Role.of(row.getString("role")));
  }
}
