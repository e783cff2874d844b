package health.malasakit.access.records;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RestrictionStore {

  private static final String ADD =
      """
      insert into access.restriction (organization_id, patient_id, country, rule, set_by, set_at)
      values (:organization, :patient, :country, :rule, :by, :at) on conflict do nothing
      """;

  private static final String REMOVE =
      """
      delete from access.restriction
       where organization_id = :organization and patient_id = :patient and country = :country
      """;

  private static final String OF_CLINIC =
      """
      select patient_id, country, rule, set_at from access.restriction
       where organization_id = :organization order by set_at desc, patient_id, country limit 5000
      """;

  private static final String HIDES =
      """
      select exists (select 1 from access.restriction
        where organization_id = :organization and patient_id = :patient and country = :country)
      """;

  private final JdbcClient jdbc;

  RestrictionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(OrganizationId organization, Restrictions.Restriction restriction) {
    of(ADD, organization, restriction.patient())
        .param("country", restriction.country())
        .param("rule", restriction.rule())
        .param("by", Scopes.current().account().map(AccountId::value).orElse(null))
        .param("at", restriction.since().atOffset(ZoneOffset.UTC))
        .update();
  }

  void remove(OrganizationId organization, PatientId patient, String country) {
    of(REMOVE, organization, patient).param("country", country).update();
  }

  boolean hides(OrganizationId organization, PatientId patient, String country) {
    return of(HIDES, organization, patient).param("country", country).query(Boolean.class).single();
  }

  List<Restrictions.Restriction> of(OrganizationId organization) {
    return jdbc.sql(OF_CLINIC)
        .param("organization", organization.value())
        .query((row, n) ->
            new Restrictions.Restriction(
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getString("country"),
                row.getString("rule"),
                row.getObject("set_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  private JdbcClient.StatementSpec of(String sql, OrganizationId organization, PatientId patient) {
    return jdbc.sql(sql)
        .param("organization", organization.value())
        .param("patient", patient.value());
  }
}
