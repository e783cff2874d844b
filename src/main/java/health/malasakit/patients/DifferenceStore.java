package health.malasakit.patients;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What clinics should be told, over their patients. While safe contact stands, her numbers and
 * addresses are shown nowhere, so nobody could tell them.
 */
@Repository
class DifferenceStore {

  private static final String OPEN =
      """
      select patient_id, array_agg(field order by field) as fields, min(seen_at) as since
        from patients.difference d
       where organization_id = :organization
         and (field not similar to '(phone|address|email).%'
              or not exists (select from patients.safe_contact s
                              where s.organization_id = d.organization_id and s.patient_id = d.patient_id))
       group by patient_id order by min(seen_at), patient_id limit :most
      """;

  private static final String HOW_MANY =
      """
      select organization_id, count(distinct patient_id) as patients
        from patients.difference d
       where organization_id = any(cast(:organizations as uuid[]))
         and (field not similar to '(phone|address|email).%'
              or not exists (select from patients.safe_contact s
                              where s.organization_id = d.organization_id and s.patient_id = d.patient_id))
       group by organization_id order by organization_id limit 1000
      """;

  private final JdbcClient jdbc;

  DifferenceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Differences.Open> open(OrganizationId organization, int most) {
    return jdbc.sql(OPEN)
        .param("organization", organization.value())
        .param("most", most)
        .query((row, n) ->
            new Differences.Open(
                new PatientId(row.getObject("patient_id", UUID.class)),
                Arrays.asList((String[]) row.getArray("fields").getArray()),
                row.getObject("since", OffsetDateTime.class).toInstant()))
        .list();
  }

  Map<OrganizationId, Integer> howMany(Collection<OrganizationId> organizations) {
    var found = new HashMap<OrganizationId, Integer>();
    jdbc.sql(HOW_MANY)
        .param(
            "organizations", organizations.stream().map(OrganizationId::value).toArray(UUID[]::new))
        .query(row -> {
          found.put(
              new OrganizationId(row.getObject("organization_id", UUID.class)),
              row.getInt("patients"));
        });
    return found;
  }
}
