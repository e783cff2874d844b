package health.malasakit.patients.search;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds candidates clinic by clinic with leakproof operators only, a few from each; ranking is not
 * done here. The lateral form makes the planner walk one index range per clinic, whatever it
 * believes about names.
 */
@Repository
class SearchStore {

  private static final String BY_FAMILY =
      """
      select o.id as organization_id, s.patient_id, s.family, s.given, s.birth_date
        from unnest(cast(:organizations as uuid[])) as o (id)
       cross join lateral (
         select patient_id, family, given, birth_date from patients.search_name
          where organization_id = o.id and family >= :family and family < :familyEnd
            and given >= :given and given < :givenEnd
          order by organization_id, family, given limit 25) s
      """;

  private static final String BY_GIVEN =
      """
      select o.id as organization_id, s.patient_id, s.family, s.given, s.birth_date
        from unnest(cast(:organizations as uuid[])) as o (id)
       cross join lateral (
         select patient_id, family, given, birth_date from patients.search_name
          where organization_id = o.id and given >= :given and given < :givenEnd
          order by organization_id, given, family limit 25) s
      """;

  private static final String BY_NAME_AND_BIRTH =
      """
      select o.id as organization_id, s.patient_id, s.family, s.given, s.birth_date
        from unnest(cast(:organizations as uuid[])) as o (id)
       cross join lateral (
         select patient_id, family, given, birth_date from patients.search_name
          where organization_id = o.id and birth_date = :birth and family >= :family and family < :familyEnd
            and given >= :given and given < :givenEnd
          order by organization_id, birth_date, family, given limit 25) s
      """;

  private static final String BY_BIRTH =
      """
      select o.id as organization_id, s.patient_id, s.family, s.given, s.birth_date
        from unnest(cast(:organizations as uuid[])) as o (id)
       cross join lateral (
         select patient_id, family, given, birth_date from patients.search_name
          where organization_id = o.id and birth_date = :birth
          order by organization_id, birth_date, family, given limit 200) s
      """;

  private static final String BY_PARTS =
      """
      select o.id as organization_id, s.patient_id, s.family, s.given, s.birth_date
        from unnest(cast(:organizations as uuid[])) as o (id)
       cross join unnest(cast(:families as text[])) as f (part)
       cross join lateral (
         select patient_id, family, given, birth_date from patients.search_name
          where organization_id = o.id and family = f.part and given >= :given and given < :givenEnd
          order by organization_id, family, given limit 10) s
      """;

  private static final String BY_BOTH_PARTS =
      """
      select o.id as organization_id, s.patient_id, s.family, s.given, s.birth_date
        from unnest(cast(:organizations as uuid[])) as o (id)
       cross join unnest(cast(:families as text[])) as f (part)
       cross join unnest(cast(:givens as text[])) as g (part)
       cross join lateral (
         select patient_id, family, given, birth_date from patients.search_name
          where organization_id = o.id and family = f.part and given = g.part limit 10) s
      """;

  /** Two ways of one patient out of these words: family name in two parts, or given names. */
  private static final String BY_SEVERAL_PARTS =
      """
      select o.id as organization_id, s.patient_id, s.family, s.given, s.birth_date
        from unnest(cast(:organizations as uuid[])) as o (id)
       cross join lateral (
         select e.* from unnest(cast(:words as text[])) as f (part)
          cross join unnest(cast(:words as text[])) as g (part)
          cross join lateral (
            select a.patient_id, a.family, a.given, a.birth_date from patients.search_name a
             where a.organization_id = o.id and a.family = f.part and a.given = g.part and f.part <> g.part
               and exists (select 1 from patients.search_name b
                            where b.organization_id = a.organization_id and b.patient_id = a.patient_id
                              and b.family = any(cast(:words as text[])) and b.given = any(cast(:words as text[]))
                              and (b.family, b.given) <> (a.family, a.given))
             limit 25) e
          limit 200) s
      """;

  private static final String BY_GIVEN_PARTS =
      """
      select o.id as organization_id, s.patient_id, s.family, s.given, s.birth_date
        from unnest(cast(:organizations as uuid[])) as o (id)
       cross join unnest(cast(:givens as text[])) as g (part)
       cross join lateral (
         select patient_id, family, given, birth_date from patients.search_name
          where organization_id = o.id and given = g.part limit 10) s
      """;

  private static final String WAYS =
      """
      select organization_id, patient_id, family, given, birth_date from patients.search_name
       where organization_id = :organization and patient_id = any(cast(:patients as uuid[])) limit 500
      """;

  private static final String SIMILAR =
      """
      select distinct p.part from unnest(cast(:organizations as uuid[])) as o (id)
       cross join unnest(cast(:keys as text[])) as k (key)
       cross join lateral (
         select part from patients.name_part where organization_id = o.id and key = k.key limit 50) p
       limit 2000
      """;

  record Candidate(
      OrganizationId organization,
      PatientId patient,
      String family,
      String given,
      Optional<LocalDate> birth) {}

  private final JdbcClient jdbc;

  SearchStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Candidate> byName(Set<OrganizationId> clinics, NameMatch.Split name) {
    String sql = name.family().isEmpty() ? BY_GIVEN : BY_FAMILY;
    return candidates(ranges(in(sql, clinics), name));
  }

  List<Candidate> byNameAndBirth(
      Set<OrganizationId> clinics, NameMatch.Split name, LocalDate birth) {
    return candidates(ranges(in(BY_NAME_AND_BIRTH, clinics), name).param("birth", birth));
  }

  List<Candidate> byBirth(Set<OrganizationId> clinics, LocalDate birth) {
    return candidates(in(BY_BIRTH, clinics).param("birth", birth));
  }

  /** These family names with a beginning of a given name. */
  List<Candidate> byFamilies(
      Set<OrganizationId> clinics, Collection<String> families, String given) {
    return candidates(
        in(BY_PARTS, clinics)
            .param("families", families.toArray(String[]::new))
            .param("given", given)
            .param("givenEnd", end(given)));
  }

  List<Candidate> byBoth(
      Set<OrganizationId> clinics, Collection<String> families, Collection<String> givens) {
    return candidates(
        in(BY_BOTH_PARTS, clinics)
            .param("families", families.toArray(String[]::new))
            .param("givens", givens.toArray(String[]::new)));
  }

  /** Who has at least two ways among these words, each exactly. */
  List<Candidate> bySeveral(Set<OrganizationId> clinics, Collection<String> words) {
    return candidates(in(BY_SEVERAL_PARTS, clinics).param("words", words.toArray(String[]::new)));
  }

  List<Candidate> byGivens(Set<OrganizationId> clinics, Collection<String> givens) {
    return candidates(in(BY_GIVEN_PARTS, clinics).param("givens", givens.toArray(String[]::new)));
  }

  /** Every way in which these patients may be asked for. */
  List<Candidate> ways(OrganizationId clinic, Collection<PatientId> patients) {
    return candidates(
        jdbc.sql(WAYS)
            .param("organization", clinic.value())
            .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new)));
  }

  /** Name parts of these clinics that share a key. */
  List<String> similar(Set<OrganizationId> clinics, Collection<String> keys) {
    return in(SIMILAR, clinics)
        .param("keys", keys.toArray(String[]::new))
        .query((row, n) -> row.getString(1))
        .list();
  }

  private JdbcClient.StatementSpec in(String sql, Set<OrganizationId> clinics) {
    return jdbc.sql(sql)
        .param("organizations", clinics.stream().map(OrganizationId::value).toArray(UUID[]::new));
  }

  private static JdbcClient.StatementSpec ranges(
      JdbcClient.StatementSpec statement, NameMatch.Split name) {
    var both = statement.param("given", name.given()).param("givenEnd", end(name.given()));
    return both.param("family", name.family()).param("familyEnd", end(name.family()));
  }

  private static List<Candidate> candidates(JdbcClient.StatementSpec statement) {
    return statement.query((row, n) -> candidate(row)).list();
  }

  private static Candidate candidate(ResultSet row) throws SQLException {
    return new Candidate(
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        new PatientId(row.getObject("patient_id", UUID.class)),
        row.getString("family"),
        row.getString("given"),
        Optional.ofNullable(row.getObject("birth_date", LocalDate.class)));
  }

  /** Behind every word that begins so: the last code point, in the order of bytes. */
  static String end(String beginning) {
    return beginning + Character.toString(Character.MAX_CODE_POINT);
  }
}
