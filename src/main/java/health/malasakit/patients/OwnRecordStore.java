package health.malasakit.patients;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is compared with a staff member's own facts. */
@Repository
class OwnRecordStore {

  private static final String NAMED =
      """
      select distinct patient_id, given, birth_date from patients.search_name
       where organization_id = :organization and family = :family
         and patient_id = any (:patients)
       limit 5000
      """;

  private static final String WITH_NUMBER =
      """
      select distinct patient_id from patients.phone
       where organization_id = :organization and last_ten = :number
         and patient_id = any (:patients)
       limit 5000
      """;

  private static final String PLACES =
      """
      select patient_id, lines, postal_code from patients.address
       where organization_id = :organization and patient_id = any (:patients)
       limit 10000
      """;

  private final JdbcClient jdbc;

  OwnRecordStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A name by which a patient is found; the birth date is null when unknown. */
  record Named(PatientId patient, String given, @org.jspecify.annotations.Nullable LocalDate born) {

    @Override
    public String toString() {
      return "Named[" + patient + "]";
    }
  }

  /** An address of a patient. */
  record Place(PatientId patient, String lines, String postalCode) {

    @Override
    public String toString() {
      return "Place[" + patient + "]";
    }
  }

  List<Named> named(OrganizationId organization, Collection<PatientId> patients, String family) {
    return of(NAMED, organization, patients)
        .param("family", family)
        .query((row, n) ->
            new Named(
                patient(row), row.getString("given"), row.getObject("birth_date", LocalDate.class)))
        .list();
  }

  Set<PatientId> withNumber(
      OrganizationId organization, Collection<PatientId> patients, String lastTen) {
    return new HashSet<>(
        of(WITH_NUMBER, organization, patients)
            .param("number", lastTen)
            .query((row, n) -> patient(row))
            .list());
  }

  List<Place> places(OrganizationId organization, Collection<PatientId> patients) {
    return of(PLACES, organization, patients)
        .query((row, n) ->
            new Place(patient(row), row.getString("lines"), row.getString("postal_code")))
        .list();
  }

  private JdbcClient.StatementSpec of(
      String sql, OrganizationId organization, Collection<PatientId> patients) {
    return jdbc.sql(sql)
        .param("organization", organization.value())
        .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new));
  }

  private static PatientId patient(ResultSet row) throws SQLException {
    return new PatientId(row.getObject("patient_id", UUID.class));
  }
}
