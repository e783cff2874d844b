package health.malasakit.directory;

import health.malasakit.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ResourceStore {

  private static final String BY_IDS =
      """
      select * from directory.resource where id = any(cast(:ids as uuid[])) limit 5000
      """;

  private static final String OF_ORGANIZATION =
      """
      select * from directory.resource where organization_id = :organization
       order by site_id, type desc, name limit 5000
      """;

  private static final String AT_SITE =
      """
      select * from directory.resource
       where organization_id = :organization and site_id = :site and active
       order by type desc, name limit 1000
      """;

  private static final String ADD =
      """
      insert into directory.resource (organization_id, id, site_id, type, kind, name, active)
      values (:organization, :id, :site, :type, :kind, :name, :active)
      """;

  private static final String CHANGE =
      """
      update directory.resource
         set site_id = :site, type = :type, kind = :kind, name = :name, active = :active, version = version + 1
       where organization_id = :organization and id = :id and version = :version
      """;

  private final JdbcClient jdbc;

  ResourceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Resource> byIds(Collection<ResourceId> ids) {
    return jdbc.sql(BY_IDS)
        .param("ids", ids.stream().map(ResourceId::value).toArray(UUID[]::new))
        .query((row, n) -> resource(row))
        .list();
  }

  List<Resource> of(OrganizationId organization) {
    return jdbc.sql(OF_ORGANIZATION)
        .param("organization", organization.value())
        .query((row, n) -> resource(row))
        .list();
  }

  List<Resource> at(Site site) {
    return jdbc.sql(AT_SITE)
        .param("organization", site.organization().value())
        .param("site", site.id().value())
        .query((row, n) -> resource(row))
        .list();
  }

  void add(Resource resource) {
    bound(ADD, resource).update();
  }

  /** False when the row is no longer at this version. */
  boolean change(Resource next) {
    return bound(CHANGE, next).param("version", next.version()).update() > 0;
  }

  private JdbcClient.StatementSpec bound(String sql, Resource resource) {
    return jdbc.sql(sql)
        .param("organization", resource.organization().value())
        .param("id", resource.id().value())
        .param("site", resource.site().value())
        .param("type", resource.details().type().code())
        .param("kind", resource.details().kind())
        .param("name", resource.name())
        .param("active", resource.active());
  }

  private static Resource resource(ResultSet row) throws SQLException {
    return new Resource(
        new ResourceId(row.getObject("id", UUID.class)),
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        new Resource.Details(
            new SiteId(row.getObject("site_id", UUID.class)),
            Codes.of(Resource.Type.class, row.getString("type")),
            row.getString("kind"),
            row.getString("name")),
        row.getBoolean("active"),
        row.getLong("version"));
  }
}
