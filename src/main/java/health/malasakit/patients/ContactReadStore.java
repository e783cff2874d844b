package health.malasakit.patients;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.PatientAddress;
import health.malasakit.patients.person.PatientEmail;
import health.malasakit.patients.person.PatientLanguage;
import health.malasakit.patients.person.PatientPhone;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what {@link ContactStore} keeps. */
@Repository
class ContactReadStore {

  private static final String ADDRESSES =
      """
      select use, lines, city, state, postal_code, country from patients.address
       where organization_id = :organization and patient_id = :patient order by address_id limit 40
      """;

  private static final String PHONES =
      """
      select use, written, digits, extension, valid from patients.phone
       where organization_id = :organization and patient_id = :patient order by position, phone_id limit 40
      """;

  private static final String EMAILS =
      """
      select use, written from patients.email
       where organization_id = :organization and patient_id = :patient order by email_id limit 40
      """;

  private static final String LANGUAGES =
      """
      select tag, spoken, written, preferred from patients.language
       where organization_id = :organization and patient_id = :patient order by preferred desc, tag limit 40
      """;

  private final JdbcClient jdbc;

  ContactReadStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<PatientAddress> addresses(OrganizationId organization, PatientId patient) {
    return of(
        ADDRESSES,
        organization,
        patient,
        (row, n) ->
            new PatientAddress(
                ContactUse.of(row.getString("use")),
                row.getString("lines"),
                row.getString("city"),
                row.getString("state"),
                row.getString("postal_code"),
                row.getString("country")));
  }

  List<PatientPhone> phones(OrganizationId organization, PatientId patient) {
    return of(
        PHONES,
        organization,
        patient,
        (row, n) ->
            new PatientPhone(
                ContactUse.of(row.getString("use")),
                new Phone(
                    row.getString("written"),
                    row.getString("digits"),
                    row.getString("extension"),
                    row.getBoolean("valid"))));
  }

  List<PatientEmail> emails(OrganizationId organization, PatientId patient) {
    return of(
        EMAILS,
        organization,
        patient,
        (row, n) ->
            new PatientEmail(ContactUse.of(row.getString("use")), row.getString("written")));
  }

  List<PatientLanguage> languages(OrganizationId organization, PatientId patient) {
    return of(
        LANGUAGES,
        organization,
        patient,
        (row, n) ->
            new PatientLanguage(
                row.getString("tag"),
                row.getBoolean("spoken"),
                row.getBoolean("written"),
                row.getBoolean("preferred")));
  }

  private <T> List<T> of(
      String sql, OrganizationId organization, PatientId patient, RowMapper<T> row) {
    return jdbc.sql(sql)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .query(row)
        .list();
  }
}
