package health.malasakit.patients.search;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Patients of one clinic with the same folded name. */
@Repository
class TwinStore {

  private static final String SAME_NAME =
      """
      select mine.patient_id, t.patient_id as other_id
        from patients.patient_name mine
       cross join lateral (
         select patient_id from patients.patient_name other
          where other.organization_id = mine.organization_id and other.family_folded = mine.family_folded
            and other.given_folded = mine.given_folded and other.patient_id <> mine.patient_id limit 3) t
       where mine.organization_id = any(cast(:organizations as uuid[]))
         and mine.patient_id = any(cast(:patients as uuid[]))
       limit 200
      """;

  record Twin(PatientId patient, PatientId other) {}

  private final JdbcClient jdbc;

  TwinStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Twin> sameName(Set<OrganizationId> clinics, Collection<PatientId> patients) {
    return jdbc.sql(SAME_NAME)
        .param("organizations", clinics.stream().map(OrganizationId::value).toArray(UUID[]::new))
        .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
        .query((row, n) ->
            new Twin(
                new PatientId(row.getObject("patient_id", UUID.class)),
                new PatientId(row.getObject("other_id", UUID.class))))
        .list();
  }
}
