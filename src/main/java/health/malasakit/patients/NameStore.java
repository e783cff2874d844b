package health.malasakit.patients;

import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.patients.person.Folding;
import health.malasakit.patients.person.NameKeys;
import health.malasakit.patients.person.NameUse;
import health.malasakit.patients.person.PatientName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Names, and everything derived from them for searching. */
@Repository
class NameStore {

  private static final String ADD =
      """
      insert into patients.patient_name (organization_id, name_id, patient_id, use, family, given, prefix, suffix,
                                         family_folded, given_folded)
      select :organization, n.* from unnest(cast(:ids as uuid[]), cast(:patients as uuid[]), cast(:uses as text[]),
        cast(:families as text[]), cast(:givens as text[]), cast(:prefixes as text[]), cast(:suffixes as text[]),
        cast(:familiesFolded as text[]), cast(:givensFolded as text[])) as n
      """;

  private static final String ADD_WAYS =
      """
      insert into patients.search_name (organization_id, patient_id, family, given, birth_date)
      select :organization, w.patient, w.family, w.given, cast(nullif(w.birth, '') as date)
        from unnest(cast(:patients as uuid[]), cast(:families as text[]), cast(:givens as text[]),
                    cast(:births as text[])) as w (patient, family, given, birth)
      on conflict do nothing
      """;

  private static final String ADD_PARTS =
      """
      insert into patients.name_part (organization_id, key, part)
      select :organization, p.* from unnest(cast(:keys as text[]), cast(:parts as text[])) as p
      on conflict do nothing
      """;

  private static final String REMOVE =
      """
      delete from patients.patient_name where organization_id = :organization and patient_id = :patient
      """;

  private static final String REMOVE_WAYS =
      """
      delete from patients.search_name where organization_id = :organization and patient_id = :patient
      """;

  private static final String OF_PATIENT =
      """
      select use, family, given, prefix, suffix from patients.patient_name
       where organization_id = :organization and patient_id = :patient order by name_id limit 40
      """;

  private record Named(UUID patient, PatientName name) {}

  private record Way(UUID patient, String family, String given, String birth) {}

  private record Key(String key, String part) {}

  private final JdbcClient jdbc;

  NameStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<PatientName> of(OrganizationId organization, PatientId patient) {
    return jdbc.sql(OF_PATIENT)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .query((row, n) ->
            new PatientName(
                NameUse.of(row.getString("use")),
                row.getString("family"),
                row.getString("given"),
                row.getString("prefix"),
                row.getString("suffix")))
        .list();
  }

  void replace(OrganizationId organization, Person person) {
    remove(REMOVE, organization, person.id());
    remove(REMOVE_WAYS, organization, person.id());
    add(organization, List.of(person));
  }

  void add(OrganizationId organization, List<Person> people) {
    var names = new ArrayList<Named>();
    var ways = new ArrayList<Way>();
    for (Person person : people) {
      person.facts().names().forEach(name -> names.add(new Named(person.id().value(), name)));
      ways.addAll(ways(person));
    }
    addNames(organization, names);
    addWays(organization, ways);
    addParts(organization, ways);
  }

  private void addNames(OrganizationId organization, List<Named> names) {
    jdbc.sql(ADD)
        .param("organization", organization.value())
        .param("ids", names.stream().map(name -> Ids.next()).toArray(UUID[]::new))
        .param("patients", names.stream().map(Named::patient).toArray(UUID[]::new))
        .param("uses", texts(names, named -> named.name().use().code()))
        .param("families", texts(names, named -> named.name().family()))
        .param("givens", texts(names, named -> named.name().given()))
        .param("prefixes", texts(names, named -> named.name().prefix()))
        .param("suffixes", texts(names, named -> named.name().suffix()))
        .param("familiesFolded", texts(names, named -> Folding.fold(named.name().family())))
        .param("givensFolded", texts(names, named -> Folding.fold(named.name().given())))
        .update();
  }

  private void addWays(OrganizationId organization, List<Way> ways) {
    jdbc.sql(ADD_WAYS)
        .param("organization", organization.value())
        .param("patients", ways.stream().map(Way::patient).toArray(UUID[]::new))
        .param("families", texts(ways, Way::family))
        .param("givens", texts(ways, Way::given))
        .param("births", texts(ways, Way::birth))
        .update();
  }

  /** In order, so that two who register at once wait for each other and never in a circle. */
  private void addParts(OrganizationId organization, List<Way> ways) {
    var keys = new TreeSet<Key>(Comparator.comparing(Key::key).thenComparing(Key::part));
    var parts = new TreeSet<String>();
    ways.forEach(way -> parts.addAll(List.of(way.family(), way.given())));
    parts.forEach(part -> NameKeys.of(part).forEach(key -> keys.add(new Key(key, part))));
    var sorted = List.copyOf(keys);
    jdbc.sql(ADD_PARTS)
        .param("organization", organization.value())
        .param("keys", texts(sorted, Key::key))
        .param("parts", texts(sorted, Key::part))
        .update();
  }

  private void remove(String sql, OrganizationId organization, PatientId patient) {
    jdbc.sql(sql)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .update();
  }

  private static List<Way> ways(Person person) {
    var ways = new ArrayList<Way>();
    String birth = person.facts().birthDate().map(LocalDate::toString).orElse("");
    for (PatientName name : person.facts().names()) {
      for (String family : orEmpty(name.family())) {
        for (String given : orEmpty(name.given())) {
          ways.add(new Way(person.id().value(), family, given, birth));
        }
      }
    }
    return ways;
  }

  private static List<String> orEmpty(String side) {
    var ways = Folding.ways(side);
    return ways.isEmpty() ? List.of("") : List.copyOf(ways);
  }

  private static <T> String[] texts(List<T> rows, Function<T, String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }
}
