package health.malasakit.patients;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class IdentifierStore {

  private static final String ADD =
      """
      insert into patients.identifier (organization_id, system, value, kind, value_folded, patient_id)
      values (:organization, :system, :value, :kind, :folded, :patient)
      on conflict do nothing
      """;

  private static final String OF_PATIENT =
      """
      select system, value, kind from patients.identifier
       where organization_id = :organization and patient_id = :patient order by kind, system, value limit 100
      """;

  private static final String OWNER =
      """
      select patient_id from patients.identifier
       where organization_id = :organization and system = :system and value = :value
      """;

  private final JdbcClient jdbc;

  IdentifierStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when somebody has this number already, perhaps she herself. */
  boolean add(OrganizationId organization, PatientId patient, Identifier identifier) {
    return jdbc.sql(ADD)
            .param("organization", organization.value())
            .param("system", identifier.system())
            .param("value", identifier.value())
            .param("kind", identifier.kind().code())
            .param("folded", identifier.folded())
            .param("patient", patient.value())
            .update()
        > 0;
  }

  List<Identifier> of(OrganizationId organization, PatientId patient) {
    return jdbc.sql(OF_PATIENT)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .query((row, n) ->
            new Identifier(
                row.getString("system"),
                row.getString("value"),
                Identifier.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT))))
        .list();
  }

  Optional<PatientId> owner(OrganizationId organization, Identifier identifier) {
    return jdbc.sql(OWNER)
        .param("organization", organization.value())
        .param("system", identifier.system())
        .param("value", identifier.value())
        .query(UUID.class)
        .optional()
        .map(PatientId::new);
  }
}
