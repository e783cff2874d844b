package health.malasakit.directory;

import health.malasakit.kernel.OrganizationId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PractitionerRoleStore {

  private static final String OF_PRACTITIONERS =
      """
      select practitioner_id, site_id, specialty from directory.practitioner_role
       where practitioner_id = any(cast(:practitioners as uuid[])) order by practitioner_id, site_id limit 20000
      """;

  private static final String KEEP =
      """
      insert into directory.practitioner_role as known
             (organization_id, practitioner_id, site_id, specialty, source, external_id)
      values (:organization, :practitioner, :site, :specialty, :source, :externalId)
      on conflict (organization_id, practitioner_id, site_id) do update
         set specialty = excluded.specialty where known.specialty <> excluded.specialty
      returning (xmax = 0) as is_new
      """;

  private static final String DROP =
      """
      delete from directory.practitioner_role
       where organization_id = :organization and practitioner_id = :practitioner and site_id = :site
      """;

  private final JdbcClient jdbc;

  PractitionerRoleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<PractitionerRole> of(Collection<PractitionerId> practitioners) {
    return jdbc.sql(OF_PRACTITIONERS)
        .param(
            "practitioners", practitioners.stream().map(PractitionerId::value).toArray(UUID[]::new))
        .query((row, n) ->
            new PractitionerRole(
                new PractitionerId(row.getObject("practitioner_id", UUID.class)),
                new SiteId(row.getObject("site_id", UUID.class)),
                row.getString("specialty")))
        .list();
  }

  Imported.Outcome keep(OrganizationId organization, PractitionerRole role, Source source) {
    return jdbc.sql(KEEP)
        .param("organization", organization.value())
        .param("practitioner", role.practitioner().value())
        .param("site", role.site().value())
        .param("specialty", role.specialty())
        .param("source", source.name())
        .param("externalId", source.externalId().orElse(null))
        .query(Boolean.class)
        .optional()
        .map(isNew -> isNew ? Imported.Outcome.CREATED : Imported.Outcome.UPDATED)
        .orElse(Imported.Outcome.UNCHANGED);
  }

  void drop(OrganizationId organization, PractitionerRole role) {
    jdbc.sql(DROP)
        .param("organization", organization.value())
        .param("practitioner", role.practitioner().value())
        .param("site", role.site().value())
        .update();
  }
}
