package health.malasakit.directory;

import health.malasakit.kernel.Npi;
import health.malasakit.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PractitionerStore {

  private static final String BY_IDS =
      """
      select * from directory.practitioner where id = any(cast(:ids as uuid[])) limit 5000
      """;

  private static final String OF_ORGANIZATION =
      """
      select * from directory.practitioner where organization_id = :organization
       order by (external_id is not null), family, given, id limit 5000
      """;

  private static final String AT_SITE =
      """
      select p.* from directory.practitioner_role r
        join directory.practitioner p on p.organization_id = r.organization_id and p.id = r.practitioner_id
       where r.organization_id = :organization and r.site_id = :site and p.active
       order by p.family, p.given, p.id limit 1000
      """;

  private static final String WITH_NPI =
      """
      select * from directory.practitioner
       where organization_id = any(cast(:organizations as uuid[])) and npi = any(cast(:npis as text[]))
       order by organization_id, id limit 1000
      """;

  private static final String BY_SOURCE =
      """
      select * from directory.practitioner
       where organization_id = :organization and source = :source and external_id = :externalId
      """;

  private static final String DIGEST =
      """
      select imported_digest from directory.practitioner where organization_id = :organization and id = :id
      """;

  private static final String ADD =
      """
      insert into directory.practitioner (organization_id, id, family, given, credentials, npi, npi_verified,
                                          languages, licensed_states, active, source, external_id, imported_digest)
      values (:organization, :id, :family, :given, :credentials, :npi, :verified,
              :languages, :states, :active, :source, :externalId, :digest)
      """;

  private static final String CHANGE =
      """
      update directory.practitioner
         set family = :family, given = :given, credentials = :credentials, npi = :npi, npi_verified = :verified,
             languages = :languages, licensed_states = :states, active = :active, version = version + 1,
             imported_digest = coalesce(:digest, imported_digest), edited_at = coalesce(:editedAt, edited_at)
       where organization_id = :organization and id = :id and version = :version
         and (cast(:editedAt as timestamptz) is not null or edited_at is null)
      """;

  private final JdbcClient jdbc;

  PractitionerStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Practitioner> byIds(Collection<PractitionerId> ids) {
    return jdbc.sql(BY_IDS)
        .param("ids", ids.stream().map(PractitionerId::value).toArray(UUID[]::new))
        .query((row, n) -> practitioner(row))
        .list();
  }

  List<Practitioner> of(OrganizationId organization) {
    return jdbc.sql(OF_ORGANIZATION)
        .param("organization", organization.value())
        .query((row, n) -> practitioner(row))
        .list();
  }

  List<Practitioner> at(Site site) {
    return jdbc.sql(AT_SITE)
        .param("organization", site.organization().value())
        .param("site", site.id().value())
        .query((row, n) -> practitioner(row))
        .list();
  }

  List<Practitioner> withNpi(Collection<OrganizationId> organizations, Collection<String> npis) {
    return jdbc.sql(WITH_NPI)
        .param(
            "organizations", organizations.stream().map(OrganizationId::value).toArray(UUID[]::new))
        .param("npis", npis.toArray(String[]::new))
        .query((row, n) -> practitioner(row))
        .list();
  }

  Optional<Practitioner> bySource(OrganizationId organization, Source source) {
    return jdbc.sql(BY_SOURCE)
        .param("organization", organization.value())
        .param("source", source.name())
        .param("externalId", source.externalId().orElseThrow())
        .query((row, n) -> practitioner(row))
        .optional();
  }

  Optional<String> digest(Practitioner known) {
    return jdbc.sql(DIGEST)
        .param("organization", known.organization().value())
        .param("id", known.id().value())
        .query(String.class)
        .optional();
  }

  void add(Practitioner practitioner, Optional<String> digest) {
    bound(ADD, practitioner, digest)
        .param("source", practitioner.source().name())
        .param("externalId", practitioner.source().externalId().orElse(null))
        .update();
  }

  /**
   * False when the row is no longer at this version, or a file would change what a person wrote.
   */
  boolean change(Practitioner next, Optional<String> digest, Optional<Instant> editedAt) {
    return bound(CHANGE, next, digest)
            .param("version", next.version())
            .param("editedAt", editedAt.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
            .update()
        > 0;
  }

  private JdbcClient.StatementSpec bound(String sql, Practitioner next, Optional<String> digest) {
    Practitioner.Details details = next.details();
    return jdbc.sql(sql)
        .param("organization", next.organization().value())
        .param("id", next.id().value())
        .param("family", details.family())
        .param("given", details.given())
        .param("credentials", details.credentials())
        .param("npi", details.npi())
        .param("verified", Npi.isValid(details.npi()))
        .param("languages", details.languages().toArray(String[]::new))
        .param("states", details.licensedStates().toArray(String[]::new))
        .param("active", next.active())
        .param("digest", digest.orElse(null));
  }

  private static Practitioner practitioner(ResultSet row) throws SQLException {
    return new Practitioner(
        new PractitionerId(row.getObject("id", UUID.class)),
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        new Practitioner.Details(
            row.getString("given"),
            row.getString("family"),
            row.getString("credentials"),
            row.getString("npi"),
            List.of((String[]) row.getArray("languages").getArray()),
            List.of((String[]) row.getArray("licensed_states").getArray())),
        new Source(row.getString("source"), Optional.ofNullable(row.getString("external_id"))),
        row.getBoolean("active"),
        row.getLong("version"));
  }
}
