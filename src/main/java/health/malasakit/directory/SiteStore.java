package health.malasakit.directory;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SiteStore {

  private static final String BY_IDS =
      """
      select * from directory.site where id = any(cast(:ids as uuid[])) limit 5000
      """;

  private static final String OF_ORGANIZATION =
      """
      select * from directory.site where organization_id = :organization
       order by (external_id is not null), name, id limit 5000
      """;

  private static final String IN_SCOPE =
      """
      select * from directory.site where active and zone_confirmed_at is not null
       order by organization_id, name, id limit 5000
      """;

  private static final String BY_SOURCE =
      """
      select * from directory.site
       where organization_id = :organization and source = :source and external_id = :externalId
      """;

  private static final String DIGEST =
      """
      select imported_digest from directory.site where organization_id = :organization and id = :id
      """;

  private static final String ADD =
      """
      insert into directory.site (organization_id, id, name, line1, line2, city, state, zip, book, zone,
                                  zone_confirmed_at, zone_confirmed_by, source, external_id, imported_digest, active)
      values (:organization, :id, :name, :line1, :line2, :city, :state, :zip, :book, :zone,
              :confirmedAt, :confirmedBy, :source, :externalId, :digest, :active)
      """;

  /** The import changes what no person has edited; a person sends back the version she saw. */
  private static final String CHANGE =
      """
      update directory.site
         set name = :name, line1 = :line1, line2 = :line2, city = :city, state = :state, zip = :zip,
             book = :book, zone = :zone, zone_confirmed_at = :confirmedAt, zone_confirmed_by = :confirmedBy,
             active = :active, version = version + 1, imported_digest = coalesce(:digest, imported_digest),
             edited_at = coalesce(:editedAt, edited_at)
       where organization_id = :organization and id = :id and version = :version
         and (cast(:editedAt as timestamptz) is not null or edited_at is null)
      """;

  private final JdbcClient jdbc;

  SiteStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Site> byIds(Collection<SiteId> ids) {
    return jdbc.sql(BY_IDS)
        .param("ids", ids.stream().map(SiteId::value).toArray(UUID[]::new))
        .query((row, n) -> site(row))
        .list();
  }

  List<Site> of(OrganizationId organization) {
    return jdbc.sql(OF_ORGANIZATION)
        .param("organization", organization.value())
        .query((row, n) -> site(row))
        .list();
  }

  List<Site> bookableInScope() {
    return jdbc.sql(IN_SCOPE).query((row, n) -> site(row)).list();
  }

  Optional<Site> bySource(OrganizationId organization, Source source) {
    return jdbc.sql(BY_SOURCE)
        .param("organization", organization.value())
        .param("source", source.name())
        .param("externalId", source.externalId().orElseThrow())
        .query((row, n) -> site(row))
        .optional();
  }

  Optional<String> digest(Site site) {
    return jdbc.sql(DIGEST)
        .param("organization", site.organization().value())
        .param("id", site.id().value())
        .query(String.class)
        .optional();
  }

  void add(Site site, Optional<String> digest) {
    bound(ADD, site, digest)
        .param("source", site.source().name())
        .param("externalId", site.source().externalId().orElse(null))
        .update();
  }

  /** False when the row is no longer at the version of this site. */
  boolean change(Site site, Optional<String> digest, Optional<Instant> editedAt) {
    return bound(CHANGE, site, digest)
            .param("version", site.version())
            .param("editedAt", editedAt.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
            .update()
        > 0;
  }

  private JdbcClient.StatementSpec bound(String sql, Site site, Optional<String> digest) {
    Optional<Site.Zone.Confirmed> confirmed =
        site.zoneState() instanceof Site.Zone.Confirmed is ? Optional.of(is) : Optional.empty();
    return jdbc.sql(sql)
        .param("organization", site.organization().value())
        .param("id", site.id().value())
        .param("name", site.name())
        .param("line1", site.address().line1())
        .param("line2", site.address().line2())
        .param("city", site.address().city())
        .param("state", site.address().state())
        .param("zip", site.address().zip())
        .param("book", site.book().code())
        .param("zone", site.zone().map(ZoneId::getId).orElse(null))
        .param("confirmedAt", confirmed.map(is -> is.at().atOffset(ZoneOffset.UTC)).orElse(null))
        .param("confirmedBy", confirmed.flatMap(is -> is.by()).map(AccountId::value).orElse(null))
        .param("active", site.active())
        .param("digest", digest.orElse(null));
  }

  private static Site site(ResultSet row) throws SQLException {
    return new Site(
        new SiteId(row.getObject("id", UUID.class)),
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        new Site.Details(
            row.getString("name"),
            new Address(
                row.getString("line1"),
                row.getString("line2"),
                row.getString("city"),
                row.getString("state"),
                row.getString("zip")),
            Codes.of(Site.Book.class, row.getString("book"))),
        zone(row),
        new Source(row.getString("source"), Optional.ofNullable(row.getString("external_id"))),
        row.getBoolean("active"),
        row.getLong("version"));
  }

  private static Site.Zone zone(ResultSet row) throws SQLException {
    String zone = row.getString("zone");
    OffsetDateTime at = row.getObject("zone_confirmed_at", OffsetDateTime.class);
    if (zone == null) {
      return new Site.Zone.Unknown();
    }
    if (at == null) {
      return new Site.Zone.Proposed(ZoneId.of(zone));
    }
    Optional<AccountId> by =
        Optional.ofNullable(row.getObject("zone_confirmed_by", UUID.class)).map(AccountId::new);
    return new Site.Zone.Confirmed(ZoneId.of(zone), by, at.toInstant());
  }
}
