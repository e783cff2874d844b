package health.malasakit.patients.search;

import static health.malasakit.patients.PatientSamples.person;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Maria dela Cruz Santos, as callers, files and papers say her name. */
@MalasakitTest
class SaidInAnyOrderTest {

  private static final LocalDate BORN = LocalDate.of(1980, 5, 3);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  private final World world;
  private final Patients patients;
  private final PatientSearches searches;
  private final SearchStore store;
  private final TransactionTemplate transactions;
  private Organization clinic;
  private PatientId maria;

  SaidInAnyOrderTest(
      World world,
      Patients patients,
      PatientSearches searches,
      SearchStore store,
      TransactionTemplate transactions) {
    this.world = world;
    this.patients = patients;
    this.searches = searches;
    this.store = store;
    this.transactions = transactions;
    this.clinic = world.clinic("Lakeside Family Medicine");
    this.maria = PatientId.next();
  }

  @BeforeEach
  void register() {
    clinic = world.clinic("Lakeside Family Medicine");
    maria = registered("Maria", "dela Cruz Santos");
    registered("Maria", "Santos");
    registered("Maria", "Cruz");
    registered("Cruz", "Santos");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "maria dela cruz santos",
        "dela cruz santos maria",
        "dela Cruz Santos, Maria",
        "Dela Cruz, Maria",
        "de la cruz maria",
        "delacruz maria",
        "delacruz santos maria",
        "delacruzsantos maria",
        "cruz santos maria",
        "Cruz Santos, Maria",
        "maria cruz santos",
        "santos cruz maria",
        "santos maria cruz",
        "cruz maria santos",
        "maria santos dela cruz",
        "santos dela cruz maria",
        "santos, maria dela cruz",
        "maria santos delacruz",
        "cruz-santos maria",
        "MARIA  SANTOS   CRUZ",
        "santos cruz maria 5/3/1980",
        "5/3/1980 cruz santos maria",
      })
  void she_is_found_whatever_the_order_and_without_her_particles(String said) {
    assertThat(found(said)).as(said).contains(maria);
  }

  @ParameterizedTest
  @ValueSource(strings = {"crus santos maria", "santos cruz mria", "maria santso cruz"})
  void also_with_one_letter_wrong(String said) {
    assertThat(found(said)).as(said).contains(maria);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cruz santos maria", "santos maria cruz"})
  void whoever_has_only_part_of_what_was_said_is_not_shown(String said) {
    assertThat(found(said)).as(said).containsExactly(maria);
  }

  @ParameterizedTest
  @CsvSource({
    "Jose Luis Antonio, Munoz, munoz antonio jose",
    "Jose Luis, Munoz Garcia, luis garcia munoz",
    "Jose Luis, Munoz Garcia, garcia munoz luis jose",
    "Thi Hoa, Nguyen, hoa nguyen thi",
    "Ana Maria, de los Reyes, 'reyes, maria ana'",
  })
  void given_names_in_another_order_too(String given, String family, String said) {
    var id = registered(given, family);

    assertThat(found(said)).as(said).contains(id);
  }

  /** Five clinics full of people of this name: together more than any limit over all of them. */
  @Test
  void no_clinic_is_left_out_because_another_has_many_of_that_name() {
    var clinics = new Organization[5];
    for (int number = 0; number < clinics.length; number++) {
      clinics[number] = world.clinic("Clinic " + number);
      var at = clinics[number].id();
      Scopes.run(
          Scope.job(at, "test"),
          () -> {
            for (int each = 0; each < 25; each++) {
              var one = person("Cruz Santos Reyes", "Cruz Santos Reyes", BORN.plusDays(each));
              patients.register(at, NewPatient.saidByCaller(one));
            }
          });
    }
    var scope = world.scopeOf(world.person(Role.SCHEDULER, clinics));

    var seen =
        Scopes.call(
            scope,
            () ->
                transactions.execute(status ->
                    store
                        .bySeveral(scope.organizations(), List.of("cruz", "santos", "reyes"))
                        .stream()
                        .map(SearchStore.Candidate::organization)
                        .collect(Collectors.toSet())));

    assertThat(seen).hasSize(5);
  }

  private PatientId registered(String given, String family) {
    return Scopes.call(
        Scope.job(clinic.id(), "test"),
        () -> patients.register(clinic.id(), NewPatient.saidByCaller(person(given, family, BORN))));
  }

  private List<PatientId> found(String said) {
    return Scopes.call(
        Scope.job(clinic.id(), "test"),
        () ->
            searches.search(SearchWords.read(said, TODAY)).found().stream()
                .map(one -> one.card().id())
                .toList());
  }
}
