package health.malasakit.patients.search;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom a caller may mean or be, by what she says and by the number she rings from. */
@Repository
class CallerStore {

  private static final String BORN =
      """
      select distinct patient_id from patients.search_name
       where organization_id = :organization and birth_date = :born
         and (strpos(:name, family) > 0 or strpos(:name, given) > 0)
       order by patient_id limit 100
      """;

  private static final String NUMBERED =
      """
      select distinct p.patient_id,
             exists (select 1 from patients.safe_contact s
                      where s.organization_id = p.organization_id and s.patient_id = p.patient_id) as safe
        from patients.phone p
       where p.organization_id = :organization and p.last_ten = :number and p.use <> 'former'
       order by p.patient_id limit 20
      """;

  private static final String SPEAKING =
      """
      select distinct r.patient_id, r.representative_id,
             exists (select 1 from patients.safe_contact s
                      where s.organization_id = r.organization_id and s.patient_id = r.patient_id) as safe
        from patients.representative r
       where r.organization_id = :organization and r.phone_last_ten = :number and r.ended_at is null
       order by r.patient_id, r.representative_id limit 20
      """;

  private final JdbcClient jdbc;

  CallerStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Born on that day, a part of whose name stands in the folded name. */
  List<PatientId> born(OrganizationId clinic, LocalDate born, String name) {
    return jdbc.sql(BORN)
        .param("organization", clinic.value())
        .param("born", born)
        .param("name", name)
        .query((row, n) -> new PatientId(row.getObject(1, UUID.class)))
        .list();
  }

  /** Whose number this is, last ten digits. */
  List<Numbered> numbered(OrganizationId clinic, String lastTen) {
    return asked(NUMBERED, clinic, lastTen)
        .query((row, n) -> new Numbered(patient(row), row.getBoolean("safe"), Optional.empty()))
        .list();
  }

  /** For whom somebody with this number is on file to speak, and who that is. */
  List<Numbered> speaking(OrganizationId clinic, String lastTen) {
    return asked(SPEAKING, clinic, lastTen)
        .query((row, n) ->
            new Numbered(
                patient(row),
                row.getBoolean("safe"),
                Optional.of(row.getObject("representative_id", UUID.class))))
        .list();
  }

  /**
   * A patient behind a number, and whether she has safe contact.
   *
   * @param representative whose number it is; empty when it is her own
   */
  record Numbered(PatientId patient, boolean safe, Optional<UUID> representative) {}

  private JdbcClient.StatementSpec asked(String question, OrganizationId clinic, String lastTen) {
    return jdbc.sql(question).param("organization", clinic.value()).param("number", lastTen);
  }

  private static PatientId patient(ResultSet row) throws SQLException {
    return new PatientId(row.getObject("patient_id", UUID.class));
  }
}
