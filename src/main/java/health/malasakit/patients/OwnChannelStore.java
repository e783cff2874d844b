package health.malasakit.patients;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.person.PatientPhone;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OwnChannelStore {

  private static final String ADD =
      """
      insert into patients.own_channel (organization_id, patient_id, kind, address, written, since, set_by)
      values (:organization, :patient, :kind, :address, :written, :at, :by) on conflict do nothing
      """;
  private static final String REMOVE =
      """
      delete from patients.own_channel where organization_id = :organization and patient_id = :patient
      """;
  private static final String ALL =
      """
      select written, patients.is_own_channel(organization_id, patient_id, address) as hers from patients.own_channel
       where organization_id = :organization and patient_id = :patient order by kind desc, written limit 20
      """;
  private static final String MAY_CONTACT_ALONE =
      """
      select patients.may_contact_alone(:organization, :patient, :reached, cast(:moment as timestamptz))
      """;

  private final JdbcClient jdbc;

  OwnChannelStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void set(OrganizationId organization, PatientId patient, List<String> written, Instant at) {
    of(REMOVE, organization, patient).update();
    for (var one : written) {
      boolean email = one.contains("@");
      of(ADD, organization, patient)
          .param("kind", email ? "email" : "phone")
          .param(
              "address",
              email ? one.strip().toLowerCase(Locale.ROOT) : PatientPhone.lastTen(Phone.of(one)))
          .param("written", one.strip())
          .param("at", at.atOffset(ZoneOffset.UTC))
          .param("by", Scopes.current().account().map(AccountId::value).orElse(null))
          .update();
    }
  }

  List<OwnChannels.Channel> all(OrganizationId organization, PatientId patient) {
    return of(ALL, organization, patient)
        .query((row, n) -> new OwnChannels.Channel(row.getString(1), row.getBoolean(2)))
        .list();
  }

  boolean mayContactAlone(
      OrganizationId organization, PatientId patient, String reached, Instant at) {
    return of(MAY_CONTACT_ALONE, organization, patient)
        .param("reached", reached)
        .param("moment", at.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  private JdbcClient.StatementSpec of(String sql, OrganizationId organization, PatientId patient) {
    return jdbc.sql(sql)
        .param("organization", organization.value())
        .param("patient", patient.value());
  }
}
