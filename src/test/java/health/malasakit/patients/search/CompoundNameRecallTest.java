package health.malasakit.patients.search;

import static health.malasakit.patients.PatientSamples.person;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Compound family names typed whole with one wrong letter; prints the recall. */
@MalasakitTest
class CompoundNameRecallTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final LocalDate BORN = LocalDate.of(1980, 5, 3);
  private static final List<List<String>> NAMES =
      List.of(
          List.of("Maria", "dela Cruz"),
          List.of("Ana", "de los Santos"),
          List.of("Luz", "Santos Reyes"),
          List.of("Jan", "van den Berg"),
          List.of("Anna", "Smith-Jones"),
          List.of("José Luis", "Muñoz García"));

  private final World world;
  private final Patients patients;
  private final PatientSearches searches;

  CompoundNameRecallTest(World world, Patients patients, PatientSearches searches) {
    this.world = world;
    this.patients = patients;
    this.searches = searches;
  }

  @Test
  void a_compound_name_with_one_wrong_letter_finds_her_in_either_order_among_namesakes() {
    var clinic = world.clinic("Lakeside Family Medicine");
    crowd(clinic);
    var scheduler = world.person(Role.SCHEDULER, clinic);
    var maria = registered(clinic, "Maria", "de la Cruz");
    int asked = 0;
    var missed = new ArrayList<String>();
    for (var name : NAMES) {
      var her = registered(clinic, name.getFirst(), name.getLast());
      for (var wrong : oneWrongLetter(name.getLast())) {
        for (var said : List.of(wrong + " " + name.getFirst(), name.getFirst() + " " + wrong)) {
          asked++;
          if (!found(scheduler, said).contains(her)) {
            missed.add(said);
          }
        }
      }
    }
    System.out.printf(
        "compound names with one wrong letter: asked %d, missed %d %s%n",
        asked, missed.size(), missed);
    assertThat(missed).as("of " + asked).hasSizeLessThan(asked / 50);
    for (var said : List.of("de la crux, maria", "maria delacrux", "dela crux marai")) {
      assertThat(found(scheduler, said)).as(said).contains(maria);
    }
  }

  /** Everybody has a name that begins alike or shares a part. */
  private void crowd(Organization clinic) {
    for (var given : List.of("Maria", "Ana", "Luz", "Jan", "Anna", "Jose", "Mariana", "Marina")) {
      for (var family : List.of("Cruz", "Santos", "Reyes", "Berg", "Smith", "Jones", "Garcia")) {
        registered(clinic, given, family);
        registered(clinic, family, given);
      }
    }
  }

  /** Each letter after the first swapped for x, and each left out. */
  private static List<String> oneWrongLetter(String family) {
    var wrong = new ArrayList<String>();
    for (int at = 1; at < family.length(); at++) {
      if (Character.isLetter(family.charAt(at))) {
        wrong.add(family.substring(0, at) + "x" + family.substring(at + 1));
        wrong.add(family.substring(0, at) + family.substring(at + 1));
      }
    }
    return wrong;
  }

  private List<PatientId> found(SignedIn person, String said) {
    return Scopes.call(
        world.scopeOf(person),
        () ->
            searches.search(SearchWords.read(said, TODAY)).found().stream()
                .map(one -> one.card().id())
                .toList());
  }

  private PatientId registered(Organization clinic, String given, String family) {
    return Scopes.call(
        Scope.job(clinic.id(), "test"),
        () -> patients.register(clinic.id(), NewPatient.saidByCaller(person(given, family, BORN))));
  }
}
