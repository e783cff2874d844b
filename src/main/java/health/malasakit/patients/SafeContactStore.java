package health.malasakit.patients;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.person.PatientPhone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SafeContactStore {

  private static final String SET =
      """
      insert into patients.safe_contact (organization_id, patient_id, from_hour, to_hour, zone, words, since, set_by)
      values (:organization, :patient, :from, :to, :zone, :words, :at, :by)
      """;

  private static final String ADD_CHANNEL =
      """
      insert into patients.safe_channel (organization_id, patient_id, kind, address, written)
      values (:organization, :patient, :kind, :address, :written) on conflict do nothing
      """;

  private static final String REMOVE =
      """
      delete from patients.safe_contact where organization_id = :organization and patient_id = :patient
      """;

  private static final String FIND =
      """
      select from_hour, to_hour, zone, words from patients.safe_contact
       where organization_id = :organization and patient_id = :patient
      """;

  private static final String CHANNELS =
      """
      select written from patients.safe_channel
       where organization_id = :organization and patient_id = :patient and kind = :kind order by written limit 20
      """;

  private static final String MAY_CONTACT =
      """
      select patients.may_contact(:organization, :patient, :reached, cast(:moment as timestamptz))
      """;

  /** As the number of each is asked alone: safe contact names the only ones, else the record. */
  private static final String RINGING =
      """
      select n.patient_id, n.written, patients.is_own_channel(:organization, n.patient_id, n.written) as alone
        from (select f.patient_id, f.written from patients.phone f
               where f.organization_id = :organization and f.patient_id = any (:patients) and f.use <> 'former'
                 and not exists (select from patients.safe_contact s
                                  where s.organization_id = f.organization_id and s.patient_id = f.patient_id)
              union all
              select c.patient_id, c.written from patients.safe_channel c
               where c.organization_id = :organization and c.patient_id = any (:patients) and c.kind = 'phone') n
       where patients.may_contact(:organization, n.patient_id, n.written, cast(:moment as timestamptz)) limit 20000
      """;

  private final JdbcClient jdbc;

  SafeContactStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void set(OrganizationId organization, PatientId patient, SafeContact safe, Instant at) {
    remove(organization, patient);
    of(SET, organization, patient)
        .param("from", safe.hours().map(SafeContact.Hours::from).orElse((LocalTime) null))
        .param("to", safe.hours().map(SafeContact.Hours::to).orElse((LocalTime) null))
        .param("zone", safe.hours().map(hours -> hours.zone().getId()).orElse(null))
        .param("words", safe.words())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", Scopes.current().account().map(account -> account.value()).orElse(null))
        .update();
    safe.phones()
        .forEach(
            phone -> addChannel(organization, patient, new Channel("phone", key(phone), phone)));
    safe.emails()
        .forEach(
            email -> addChannel(organization, patient, new Channel("email", folded(email), email)));
  }

  void remove(OrganizationId organization, PatientId patient) {
    of(REMOVE, organization, patient).update();
  }

  Optional<SafeContact> find(OrganizationId organization, PatientId patient) {
    return of(FIND, organization, patient)
        .query((row, n) ->
            new SafeContact(
                channels(organization, patient, "phone"),
                channels(organization, patient, "email"),
                hours(row),
                row.getString("words")))
        .optional();
  }

  boolean mayContact(OrganizationId organization, PatientId patient, String reached, Instant at) {
    return of(MAY_CONTACT, organization, patient)
        .param("reached", reached)
        .param("moment", at.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  /** Of all these patients at once the numbers that may ring then. */
  List<CallNumbers.Ringing> ringing(
      OrganizationId organization, Collection<PatientId> patients, Instant at) {
    return jdbc.sql(RINGING)
        .param("organization", organization.value())
        .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
        .param("moment", at.atOffset(ZoneOffset.UTC))
        .query((row, n) ->
            new CallNumbers.Ringing(
                new PatientId(row.getObject("patient_id", UUID.class)),
                Phone.of(row.getString("written")),
                row.getBoolean("alone")))
        .list();
  }

  private record Channel(String kind, String address, String written) {}

  private void addChannel(OrganizationId organization, PatientId patient, Channel channel) {
    of(ADD_CHANNEL, organization, patient)
        .param("kind", channel.kind())
        .param("address", channel.address())
        .param("written", channel.written())
        .update();
  }

  private List<String> channels(OrganizationId organization, PatientId patient, String kind) {
    return of(CHANNELS, organization, patient)
        .param("kind", kind)
        .query((row, n) -> row.getString(1))
        .list();
  }

  private JdbcClient.StatementSpec of(String sql, OrganizationId organization, PatientId patient) {
    return jdbc.sql(sql)
        .param("organization", organization.value())
        .param("patient", patient.value());
  }

  private static Optional<SafeContact.Hours> hours(ResultSet row) throws SQLException {
    @Nullable LocalTime from = row.getObject("from_hour", LocalTime.class);
    return from == null
        ? Optional.empty()
        : Optional.of(
            new SafeContact.Hours(
                from, row.getObject("to_hour", LocalTime.class), ZoneId.of(row.getString("zone"))));
  }

  private static String key(String phone) {
    return PatientPhone.lastTen(Phone.of(phone));
  }

  private static String folded(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }
}
