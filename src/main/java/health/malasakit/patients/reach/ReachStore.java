package health.malasakit.patients.reach;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.UsStates;
import health.malasakit.patients.person.PatientLanguage;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReachStore {

  private static final String PATIENTS =
      """
      select p.patient_id, p.deceased <> 'no' as deceased, coalesce(nullif(p.preferred_name, ''), p.given) as given, p.zone,
             lives.zips, coalesce(lives.states[1], '') as state
        from patients.patient p
        cross join lateral (
             select coalesce(array_agg(case when lower(a.country) in ('', 'us', 'usa', 'u.s.', 'u.s.a.', 'united states', 'united states of america') then a.postal_code else '' end), '{}') as zips,
                    array_agg(a.state order by a.use, a.address_id) filter (where a.state <> '') as states
               from patients.address a
              where a.organization_id = p.organization_id and a.patient_id = p.patient_id
                and a.use in ('home', 'temporary')) lives
       where p.organization_id = :organization and p.patient_id = any (:patients) limit 1000
      """;

  /** Those of the record, those that are the only safe ones, and those that she alone answers. */
  private static final String LINES =
      """
      select patient_id, false as email, use, written, position as nth from patients.phone
       where organization_id = :organization and patient_id = any (:patients) and use <> 'former' and valid
      union all
      select patient_id, true, use, written, 1 from patients.email
       where organization_id = :organization and patient_id = any (:patients) and use <> 'former'
      union all
      select patient_id, kind = 'email', '', written, 50 from patients.safe_channel
       where organization_id = :organization and patient_id = any (:patients)
      union all
      select patient_id, kind = 'email', '', written, 60 from patients.own_channel
       where organization_id = :organization and patient_id = any (:patients)
       order by nth, written limit 20000
      """;

  private static final String LANGUAGES =
      """
      select patient_id, tag, spoken, written, preferred from patients.language
       where organization_id = :organization and patient_id = any (:patients) order by preferred desc, tag limit 20000
      """;

  private final JdbcClient jdbc;

  ReachStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A patient; zone and state are empty where nobody said them.
   *
   * @param zips of each place where she lives or stays; empty text where it is abroad or has none
   */
  record Row(
      PatientId patient,
      boolean deceased,
      String given,
      Optional<ZoneId> zone,
      List<String> zips,
      String state) {

    @Override
    public String toString() {
      return "Row[" + patient + "]";
    }
  }

  /** A number or an e-mail; its use is empty where the record does not have it. */
  record Line(PatientId patient, boolean email, String use, String written) {

    @Override
    public String toString() {
      return "Line[" + patient + "]";
    }
  }

  record Spoken(PatientId patient, PatientLanguage language) {}

  List<Row> patients(OrganizationId organization, Collection<PatientId> patients) {
    return of(PATIENTS, organization, patients)
        .query((row, n) ->
            new Row(
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getBoolean("deceased"),
                row.getString("given"),
                Optional.ofNullable(row.getString("zone")).map(ZoneId::of),
                List.of((String[]) row.getArray("zips").getArray()),
                UsStates.codeOrAsWritten(row.getString("state"))))
        .list();
  }

  List<Line> lines(OrganizationId organization, Collection<PatientId> patients) {
    return of(LINES, organization, patients)
        .query((row, n) ->
            new Line(
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getBoolean("email"),
                row.getString("use"),
                row.getString("written")))
        .list();
  }

  List<Spoken> languages(OrganizationId organization, Collection<PatientId> patients) {
    return of(LANGUAGES, organization, patients)
        .query((row, n) ->
            new Spoken(
                new PatientId(row.getObject("patient_id", UUID.class)),
                new PatientLanguage(
                    row.getString("tag"),
                    row.getBoolean("spoken"),
                    row.getBoolean("written"),
                    row.getBoolean("preferred"))))
        .list();
  }

  private JdbcClient.StatementSpec of(
      String sql, OrganizationId organization, Collection<PatientId> patients) {
    return jdbc.sql(sql)
        .param("organization", organization.value())
        .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new));
  }
}
