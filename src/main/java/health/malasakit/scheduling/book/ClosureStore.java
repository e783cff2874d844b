package health.malasakit.scheduling.book;

import static java.time.ZoneOffset.UTC;

import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.SiteId;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ClosureStore {

  private static final String ADD =
      """
      insert into scheduling.closure
        (organization_id, id, site_id, practitioner_id, local_from, local_to, zone, starts_at, ends_at, reason,
         created_by, created_at)
      values (:organization, :id, :site, :practitioner, :localFrom, :localTo, :zone, :from, :to, :reason,
         :account, :now)
      """;

  private static final String AT_SITES =
      """
      select organization_id, id, site_id, practitioner_id, local_from, local_to, zone, reason
        from scheduling.closure
       where organization_id = any (cast(:organizations as uuid[])) and site_id = any (cast(:sites as uuid[]))
         and lifted_at is null and ends_at > :from and starts_at < :to
       order by starts_at, id
       limit 5000
      """;

  private static final String LIFT =
      """
      update scheduling.closure set lifted_at = :now
       where organization_id = :organization and id = :id and lifted_at is null
      """;

  private final JdbcClient jdbc;

  ClosureStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Closure closure, Optional<AccountId> by, Instant now) {
    var stretch = closure.when().stretch();
    jdbc.sql(ADD)
        .param("organization", closure.organization().value())
        .param("id", closure.id().value())
        .param("site", closure.site().value())
        .param("practitioner", closure.practitioner().map(PractitionerId::value).orElse(null))
        .param("localFrom", closure.when().from())
        .param("localTo", closure.when().to())
        .param("zone", closure.when().zone().getId())
        .param("from", stretch.from().atOffset(UTC))
        .param("to", stretch.to().atOffset(UTC))
        .param("reason", closure.reason())
        .param("account", by.map(AccountId::value).orElse(null))
        .param("now", now.atOffset(UTC))
        .update();
  }

  List<Closure> at(
      Collection<OrganizationId> organizations, Collection<SiteId> sites, Stretch when) {
    return jdbc.sql(AT_SITES)
        .param("organizations", ids(organizations))
        .param("sites", sites.stream().map(SiteId::value).toArray(UUID[]::new))
        .param("from", when.from().atOffset(UTC))
        .param("to", when.to().atOffset(UTC))
        .query((row, n) -> closure(row))
        .list();
  }

  boolean lift(OrganizationId organization, ClosureId id, Instant now) {
    return jdbc.sql(LIFT)
            .param("organization", organization.value())
            .param("id", id.value())
            .param("now", now.atOffset(UTC))
            .update()
        == 1;
  }

  private static UUID[] ids(Collection<OrganizationId> organizations) {
    return organizations.stream().map(OrganizationId::value).toArray(UUID[]::new);
  }

  private static Closure closure(ResultSet row) throws SQLException {
    return new Closure(
        new ClosureId(row.getObject("id", UUID.class)),
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        new SiteId(row.getObject("site_id", UUID.class)),
        Optional.ofNullable(row.getObject("practitioner_id", UUID.class)).map(PractitionerId::new),
        new Closure.Wall(
            row.getObject("local_from", LocalDateTime.class),
            row.getObject("local_to", LocalDateTime.class),
            ZoneId.of(row.getString("zone"))),
        row.getString("reason"));
  }
}
