package health.malasakit.patients.search;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds patients by telephone and record numbers. */
@Repository
class NumberStore {

  /** A patient with safe contact is not found by a number that is not one of her safe ones. */
  private static final String BY_PHONE =
      """
      select p.organization_id, p.patient_id, n.last_ten,
             exists (select 1 from patients.safe_contact s
                      where s.organization_id = p.organization_id and s.patient_id = p.patient_id) as safe_only,
             exists (select 1 from patients.safe_channel c
                      where c.organization_id = p.organization_id and c.patient_id = p.patient_id
                        and c.kind = 'phone' and c.address = n.last_ten) as safe_here
        from unnest(cast(:organizations as uuid[])) as o (id)
       cross join unnest(cast(:numbers as text[])) as n (last_ten)
       cross join lateral (
         select distinct organization_id, patient_id from patients.phone
          where organization_id = o.id and last_ten = n.last_ten and use <> 'former' limit 20) p
       limit 1000
      """;

  private static final String BY_RECORD =
      """
      select i.organization_id, i.patient_id
        from unnest(cast(:organizations as uuid[])) as o (id)
       cross join unnest(cast(:numbers as text[])) as n (folded)
       cross join lateral (
         select organization_id, patient_id from patients.identifier
          where organization_id = o.id and value_folded = n.folded limit 5) i
       limit 1000
      """;

  /** Numbers to show beside names: the first of each, and none of a patient with safe contact. */
  private static final String FIRST_PHONES =
      """
      select distinct on (p.patient_id) p.patient_id, p.written from patients.phone p
       where p.organization_id = any(cast(:organizations as uuid[])) and p.patient_id = any(cast(:patients as uuid[]))
         and p.use <> 'former'
         and not exists (select 1 from patients.safe_contact s
                          where s.organization_id = p.organization_id and s.patient_id = p.patient_id)
       order by p.patient_id, p.position limit 1000
      """;

  private static final String FIRST_PLACES =
      """
      select distinct on (patient_id) patient_id, replace(lines, chr(10), ', ') as street, city from patients.address
       where organization_id = any(cast(:organizations as uuid[])) and patient_id = any(cast(:patients as uuid[]))
         and use <> 'former'
       order by patient_id, address_id limit 1000
      """;

  /** Whose number it is, and whether safe contact lets it show. */
  record Owner(
      OrganizationId organization,
      PatientId patient,
      String lastTen,
      boolean safeOnly,
      boolean safeHere) {}

  record Numbered(OrganizationId organization, PatientId patient) {}

  record Beside(PatientId patient, String words) {}

  private final JdbcClient jdbc;

  NumberStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Owner> byPhone(Set<OrganizationId> clinics, Collection<String> lastTens) {
    return numbers(BY_PHONE, clinics, lastTens)
        .query((row, n) ->
            new Owner(
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getString("last_ten"),
                row.getBoolean("safe_only"),
                row.getBoolean("safe_here")))
        .list();
  }

  List<Numbered> byRecord(Set<OrganizationId> clinics, Collection<String> folded) {
    return numbers(BY_RECORD, clinics, folded)
        .query((row, n) ->
            new Numbered(
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class))))
        .list();
  }

  List<Beside> firstPhones(Set<OrganizationId> clinics, Collection<PatientId> patients) {
    return patients(FIRST_PHONES, clinics, patients)
        .query((row, n) ->
            new Beside(
                new PatientId(row.getObject("patient_id", UUID.class)), row.getString("written")))
        .list();
  }

  List<Beside> firstPlaces(Set<OrganizationId> clinics, Collection<PatientId> patients) {
    return patients(FIRST_PLACES, clinics, patients)
        .query((row, n) ->
            new Beside(
                new PatientId(row.getObject("patient_id", UUID.class)),
                joined(row.getString("street"), row.getString("city"))))
        .list();
  }

  private JdbcClient.StatementSpec numbers(
      String sql, Set<OrganizationId> clinics, Collection<String> numbers) {
    return jdbc.sql(sql)
        .param("organizations", clinics.stream().map(OrganizationId::value).toArray(UUID[]::new))
        .param("numbers", numbers.toArray(String[]::new));
  }

  private JdbcClient.StatementSpec patients(
      String sql, Set<OrganizationId> clinics, Collection<PatientId> patients) {
    return jdbc.sql(sql)
        .param("organizations", clinics.stream().map(OrganizationId::value).toArray(UUID[]::new))
        .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new));
  }

  private static String joined(String street, String city) {
    return street.isEmpty() || city.isEmpty() ? street + city : street + ", " + city;
  }
}
