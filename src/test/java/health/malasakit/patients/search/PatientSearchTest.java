package health.malasakit.patients.search;

import static health.malasakit.patients.PatientSamples.mobile;
import static health.malasakit.patients.PatientSamples.person;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.FactSource;
import health.malasakit.patients.Identifier;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.PatientCard;
import health.malasakit.patients.Patients;
import health.malasakit.patients.SafeContact;
import health.malasakit.patients.SafeContacts;
import health.malasakit.patients.person.PersonFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MalasakitTest
class PatientSearchTest {

  private static final LocalDate BORN = LocalDate.of(1980, 5, 3);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private final World world;
  private final Patients patients;
  private final PatientSearches searches;
  private final SafeContacts safeContacts;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  PatientSearchTest(
      World world,
      Patients patients,
      PatientSearches searches,
      SafeContacts safeContacts,
      JdbcClient jdbc,
      TransactionTemplate transactions) {
    this.world = world;
    this.patients = patients;
    this.searches = searches;
    this.safeContacts = safeContacts;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Test
  void every_way_to_say_a_tricky_name_finds_her() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var tricky =
        List.of(
            List.of("Maria", "de la Cruz", "maria dela cruz", "Maria Delacruz", "cruz maria"),
            List.of("Seán", "O'Brien", "sean obrien", "O Brien Sean", "o’brien"),
            List.of("José Luis", "Muñoz García", "jose munoz", "garcia jose", "luis munoz"),
            List.of("Anna", "Smith-Jones", "anna jones", "smith jones", "jonse anna"),
            List.of("Guadalupe", "Hernández", "guadalupe hernandes", "hernandez guadelupe"),
            List.of("Мария", "Иванова", "иванова мария", "иванова"),
            List.of("美玲", "王", "王 美玲", "美玲"),
            List.of("Nguyễn", "Thị Hoa", "nguyen thi hoa", "hoa nguyen"),
            List.of("Siobhan", "Katzenmeier", "siobhan katzenmeyer", "katsenmeier"),
            List.of("Jean-Pierre", "van den Berg", "jean pierre vandenberg", "berg jean"));
    for (List<String> row : tricky) {
      var id = registered(clinic, person(row.get(0), row.get(1), BORN));
      for (String said : row.subList(2, row.size())) {
        assertThat(found(clinic, said)).as(said).contains(id);
      }
    }
  }

  @Test
  void an_exact_name_stands_before_its_beginning_and_that_before_a_typo() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var typo = registered(clinic, person("Ana", "Reyas", BORN));
    var longer = registered(clinic, person("Anabel", "Reyes", BORN));
    var exact = registered(clinic, person("Ana", "Reyes", BORN));

    assertThat(found(clinic, "ana reyes")).containsExactly(exact, longer, typo);
  }

  @Test
  void name_with_birth_date_leaves_out_others_of_that_name() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var meant = registered(clinic, person("Ana", "Reyes", BORN));
    registered(clinic, person("Ana", "Reyes", BORN.plusYears(8)));

    assertThat(found(clinic, "reyes 5/3/1980")).containsExactly(meant);
    assertThat(found(clinic, "ryes 5/3/1980")).containsExactly(meant);
  }

  @Test
  void a_name_with_a_birth_date_that_nobody_has_is_shown_as_such() {
    var clinic = world.clinic("Lakeside Family Medicine");
    registered(clinic, person("Ana", "Reyes", BORN));

    var result = search(clinic, "ana reyes 5/3/1990");

    assertThat(result.otherBirthDate()).isTrue();
    assertThat(result.found()).hasSize(1);
  }

  @Test
  void phone_and_record_number_find_her_alone() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var facts =
        person("Ana", "Reyes", BORN).edit().phones(List.of(mobile("(212) 555-0123"))).done();
    var id =
        Scopes.call(
            job(clinic),
            () ->
                patients.register(
                    clinic.id(),
                    new NewPatient(
                        facts,
                        List.of(Identifier.mrn("HF-20418")),
                        "",
                        Optional.empty(),
                        FactSource.CALLER)));

    assertThat(found(clinic, "+1 212 555 0123")).containsExactly(id);
    assertThat(found(clinic, "hf20418")).containsExactly(id);
    assertThat(found(clinic, "reyes 2125550123")).containsExactly(id);
  }

  @Test
  void look_alikes_are_marked_with_what_differs() {
    var clinic = world.clinic("Lakeside Family Medicine");
    registered(clinic, person("Ana", "Reyes", BORN));
    registered(clinic, person("Ana", "Reyes", BORN.plusYears(3)));

    assertThat(search(clinic, "ana reyes").found())
        .allSatisfy(one -> {
          var like = one.likeness().orElseThrow();
          assertThat(like.same()).contains(Found.Trait.NAME);
          assertThat(like.differs()).containsExactly(Found.Trait.BIRTH_DATE);
        });
  }

  @Test
  void a_number_of_seven_people_points_to_nobody() {
    var clinic = world.clinic("Lakeside Family Medicine");
    for (int person = 0; person < 7; person++) {
      registered(
          clinic,
          person("Child" + person, "Harbor", BORN)
              .edit()
              .phones(List.of(mobile("(212) 555-0199")))
              .done());
    }

    Scopes.run(
        job(clinic),
        () ->
            assertThat(searches.candidatesByPhone(clinic.id(), Phone.of("2125550199"))).isEmpty());
  }

  @Test
  void a_shared_number_never_shows_a_patient_with_safe_contact() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var shared = List.of(mobile("(212) 555-0150"));
    var her = registered(clinic, person("Ana", "Reyes", BORN).edit().phones(shared).done());
    var husband = registered(clinic, person("Luis", "Reyes", BORN).edit().phones(shared).done());

    Scopes.run(
        job(clinic),
        () -> {
          safeContacts.set(
              clinic.id(),
              her,
              new SafeContact(List.of("(212) 555-0150"), List.of(), Optional.empty(), ""));
          assertThat(searches.candidatesByPhone(clinic.id(), Phone.of("2125550150")))
              .extracting(PatientCard::id)
              .containsExactly(husband);
        });
  }

  @Test
  void patients_of_clinics_out_of_scope_are_never_found() {
    var mine = world.clinic("Lakeside Family Medicine");
    var other = world.clinic("Harbor Pediatrics");
    registered(other, person("Zenaida", "Quimby", BORN));

    assertThat(found(mine, "zenaida quimby")).isEmpty();
    assertThat(found(mine, "5/3/1980")).isEmpty();
  }

  @Test
  void a_patient_hidden_from_a_country_is_found_by_nobody_there() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var id = registered(clinic, person("Zenaida", "Quimby", BORN));
    Scopes.run(
        job(clinic),
        () ->
            transactions.executeWithoutResult(status ->
                jdbc.sql(
                        """
                        insert into access.restriction (organization_id, patient_id, country, rule, set_at)
                        values (:o, :p, 'PH', 'test', now())
                        """)
                    .param("o", clinic.id().value())
                    .param("p", id.value())
                    .update()));

    assertThat(found(clinic, "zenaida quimby")).isEmpty();
    assertThat(found(clinic, "5/3/1980")).isEmpty();
  }

  @Test
  void ten_are_shown_and_that_there_are_more() {
    var clinic = world.clinic("Lakeside Family Medicine");
    for (int person = 0; person < 12; person++) {
      registered(clinic, person("Ana", "Reyes", BORN.plusDays(person)));
    }

    var result = search(clinic, "ana reyes");

    assertThat(result.found()).hasSize(PatientSearches.SHOWN_MAX);
    assertThat(result.more()).isTrue();
  }

  private PatientId registered(Organization clinic, PersonFacts facts) {
    return Scopes.call(
        job(clinic), () -> patients.register(clinic.id(), NewPatient.saidByCaller(facts)));
  }

  private SearchResult search(Organization clinic, String said) {
    var person = world.person(Role.SCHEDULER, clinic);
    return Scopes.call(world.scopeOf(person), () -> searches.search(SearchWords.read(said, TODAY)));
  }

  private List<PatientId> found(Organization clinic, String said) {
    return search(clinic, said).found().stream().map(found -> found.card().id()).toList();
  }

  private static Scope job(Organization clinic) {
    return Scope.job(clinic.id(), "test");
  }
}
