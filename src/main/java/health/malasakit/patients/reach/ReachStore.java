package health.malasakit.patients.reach;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.UsStates;
import health.malasakit.patients.person.PatientLanguage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReachStore {

  private static final String PATIENTS =
      """
      select p.patient_id, p.deceased <> 'no' as deceased, coalesce(nullif(p.preferred_name, ''), p.given) as given, p.zone,
             lives.zips, lives.states, lives.countries
        from patients.patient p
        cross join lateral (
             select coalesce(array_agg(a.postal_code order by a.address_id), '{}') as zips,
                    coalesce(array_agg(a.state order by a.address_id), '{}') as states,
                    coalesce(array_agg(a.country order by a.address_id), '{}') as countries
               from patients.address a
              where a.organization_id = p.organization_id and a.patient_id = p.patient_id
                and a.use in ('home', 'temporary')) lives
       where p.organization_id = :organization and p.patient_id = any (:patients) limit 1000
      """;

  /**
   * Those of the record, in its order and since when they stand there, else since when she does;
   * those that are the only safe ones, and those that she alone answers.
   */
  private static final String LINES =
      """
      select p.patient_id, false as email, p.use, p.written, p.position as nth, coalesce(s.at, r.registered_at) as since
        from patients.phone p
        join patients.patient r on r.organization_id = p.organization_id and r.patient_id = p.patient_id
        left join patients.fact_source s on s.organization_id = p.organization_id and s.patient_id = p.patient_id
             and s.field = 'phone.' || p.use
       where p.organization_id = :organization and p.patient_id = any (:patients) and p.use <> 'former' and p.valid
      union all
      select e.patient_id, true, e.use, e.written, row_number() over (partition by e.patient_id order by e.email_id), coalesce(s.at, r.registered_at)
        from patients.email e
        join patients.patient r on r.organization_id = e.organization_id and r.patient_id = e.patient_id
        left join patients.fact_source s on s.organization_id = e.organization_id and s.patient_id = e.patient_id
             and s.field = 'email.' || e.use
       where e.organization_id = :organization and e.patient_id = any (:patients) and e.use <> 'former'
      union all
      select patient_id, kind = 'email', '', written, 50, null from patients.safe_channel
       where organization_id = :organization and patient_id = any (:patients)
      union all
      select patient_id, kind = 'email', '', written, 60, null from patients.own_channel
       where organization_id = :organization and patient_id = any (:patients)
       order by nth, written limit 20000
      """;

  private static final String LANGUAGES =
      """
      select patient_id, tag, spoken, written, preferred from patients.language
       where organization_id = :organization and patient_id = any (:patients) order by preferred desc, tag limit 20000
      """;

  private static final String AT =
      """
      select patient_id from patients.phone
       where organization_id = :organization and last_ten = any (:numbers) and use <> 'former' and valid
      union
      select patient_id from patients.email
       where organization_id = :organization and folded = any (:emails) and use <> 'former'
       order by patient_id limit 5000
      """;

  private final JdbcClient jdbc;

  ReachStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A patient; the zone is empty where nobody said it.
   *
   * @param homes where she lives or stays
   */
  record Row(
      PatientId patient, boolean deceased, String given, Optional<ZoneId> zone, List<Home> homes) {

    Set<String> states() {
      return homes.stream()
          .map(Home::state)
          .filter(state -> !state.isEmpty())
          .map(UsStates::codeOrAsWritten)
          .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String toString() {
      return "Row[" + patient + "]";
    }
  }

  /**
   * A number or an e-mail; its use is empty where the record does not have it.
   *
   * @param since when what the record has for that use came into it
   */
  record Line(
      PatientId patient, boolean email, String use, String written, Optional<Instant> since) {

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
                homes(row)))
        .list();
  }

  private static List<Home> homes(ResultSet row) throws SQLException {
    var zips = (String[]) row.getArray("zips").getArray();
    var states = (String[]) row.getArray("states").getArray();
    var countries = (String[]) row.getArray("countries").getArray();
    return IntStream.range(0, zips.length)
        .mapToObj(nth -> new Home(zips[nth], states[nth], countries[nth]))
        .toList();
  }

  List<Line> lines(OrganizationId organization, Collection<PatientId> patients) {
    return of(LINES, organization, patients)
        .query((row, n) ->
            new Line(
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getBoolean("email"),
                row.getString("use"),
                row.getString("written"),
                Optional.ofNullable(row.getObject("since", OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant)))
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

  /** Whose they are; numbers by their last ten figures. */
  List<PatientId> at(OrganizationId organization, List<String> numbers, List<String> emails) {
    return jdbc.sql(AT)
        .param("organization", organization.value())
        .param("numbers", numbers.toArray(String[]::new))
        .param("emails", emails.toArray(String[]::new))
        .query((row, n) -> new PatientId(row.getObject("patient_id", UUID.class)))
        .list();
  }

  private JdbcClient.StatementSpec of(
      String sql, OrganizationId organization, Collection<PatientId> patients) {
    return jdbc.sql(sql)
        .param("organization", organization.value())
        .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new));
  }
}
