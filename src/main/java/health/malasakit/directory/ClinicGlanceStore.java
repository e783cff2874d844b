package health.malasakit.directory;

import health.malasakit.kernel.OrganizationId;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ClinicGlanceStore {

  private static final String ZONES =
      """
      select o.id as organization_id,
             coalesce(
               (select c.zone from directory.clinic c where c.organization_id = o.id),
               (select s.zone from directory.site s
                 where s.organization_id = o.id and s.active and s.zone is not null
                 order by s.external_id is not null, s.zone_confirmed_at is null, s.name, s.id limit 1)) as zone
        from unnest(cast(:organizations as uuid[])) as o(id)
      """;

  private static final String SWITCHED_OFF =
      """
      select organization_id, what from directory.switched_off
       where organization_id = any (cast(:organizations as uuid[])) and country = :country limit 6000
      """;

  private final JdbcClient jdbc;

  ClinicGlanceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<OrganizationId, ClinicGlance> of(Collection<OrganizationId> clinics, String country) {
    var ids = clinics.stream().map(OrganizationId::value).toArray(UUID[]::new);
    var off = new HashMap<UUID, Set<Clinic.Export>>();
    jdbc.sql(SWITCHED_OFF)
        .param("organizations", ids)
        .param("country", country)
        .query(row -> {
          off.computeIfAbsent(
                  row.getObject("organization_id", UUID.class),
                  id -> EnumSet.noneOf(Clinic.Export.class))
              .add(Codes.of(Clinic.Export.class, row.getString("what")));
        });
    var found = new HashMap<OrganizationId, ClinicGlance>();
    jdbc.sql(ZONES)
        .param("organizations", ids)
        .query(row -> {
          var id = row.getObject("organization_id", UUID.class);
          var zone = Optional.ofNullable(row.getString("zone")).map(ZoneId::of);
          found.put(
              new OrganizationId(id),
              new ClinicGlance(new OrganizationId(id), zone, off.getOrDefault(id, Set.of())));
        });
    return found;
  }
}
