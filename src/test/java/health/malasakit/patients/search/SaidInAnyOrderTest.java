package health.malasakit.patients.search;

import static health.malasakit.patients.PatientSamples.person;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Maria dela Cruz Santos, as callers, files and papers say her name. */
@MalasakitTest
class SaidInAnyOrderTest {

  private static final LocalDate BORN = LocalDate.of(1980, 5, 3);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  private final World world;
  private final Patients patients;
  private final PatientSearches searches;
  private Organization clinic;
  private PatientId maria;

  SaidInAnyOrderTest(World world, Patients patients, PatientSearches searches) {
    this.world = world;
    this.patients = patients;
    this.searches = searches;
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
