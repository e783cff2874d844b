package health.malasakit.patients;

import static health.malasakit.patients.PatientSamples.ana;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.PatientId;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.NameUse;
import health.malasakit.patients.person.PatientAddress;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.patients.search.LookAlikes;
import health.malasakit.patients.search.Sketch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Words that move between the parts of a name or an address, which reads the same before and after.
 */
@MalasakitTest
class MovedWordsTest {

  private static final PatientName SPLIT = PatientName.official("Maria", "dela Cruz");
  private static final PersonFacts MARIA =
      ana().edit().names(List.of(PatientName.official("Maria dela", "Cruz"))).done();
  private static final Map<String, String> MOVED = Map.of("given", "Maria", "family", "dela Cruz");
  private static final Identifier KEY = new Identifier("fhir", "maria", Identifier.Kind.SOURCE);
  private static final ImportSource FILE = new ImportSource("fhir", Ids.next());

  private final EditDesk desk;
  private final IncomingPatients incoming;
  private final LookAlikes lookAlikes;

  MovedWordsTest(
      World world,
      Patients patients,
      IncomingPatients incoming,
      LookAlikes lookAlikes,
      @LocalServerPort int port) {
    this.desk = EditDesk.of(world, patients, port);
    this.incoming = incoming;
    this.lookAlikes = lookAlikes;
  }

  @Test
  void a_word_moved_to_the_family_name_is_saved_said_and_followed_by_the_look_alikes() {
    var her = desk.registered(MARIA);
    int before = weight(her);

    desk.save(her, MOVED);

    assertThat(desk.found(her).facts().mainName()).isEqualTo(SPLIT);
    assertThat(weight(her)).isGreaterThan(before);
    assertThat(desk.client().get(desk.address(her) + "/history").body())
        .contains("moved words between the fields of Name", "Maria dela Cruz")
        .doesNotContain("from Maria dela Cruz");
    assertThat(desk.page(her)).contains("words moved between its fields");
  }

  @Test
  void a_zip_moved_out_of_the_state_is_saved() {
    var wrong = new PatientAddress(ContactUse.HOME, "12 Oak St", "Albany", "NY 12207", "", "");
    var her = desk.registered(MARIA.edit().addresses(List.of(wrong)).done());

    desk.save(her, Map.of("state", "NY", "zip", "12207"));

    assertThat(desk.found(her).facts().addresses())
        .containsExactly(
            new PatientAddress(ContactUse.HOME, "12 Oak St", "Albany", "NY", "12207", ""));
    assertThat(desk.history(her)).containsExactly("address.home");
  }

  @Test
  void who_saves_after_words_were_moved_does_not_move_them_back() {
    var her = desk.registered(MARIA);
    var seen = desk.shown(her);
    desk.save(her, MOVED);

    seen.put("mobile", "(212) 555-0177");
    var told = desk.send(her, seen);

    assertThat(told.status()).isEqualTo(409);
    assertThat(told.body()).doesNotContain("You both changed this");
    var merged = EditForm.of(told.body());
    assertThat(merged).containsAllEntriesOf(MOVED);
    assertThat(desk.send(her, merged).status()).isEqualTo(303);
    assertThat(desk.found(her).facts().mainName()).isEqualTo(SPLIT);
    assertThat(desk.history(her)).containsExactlyInAnyOrder("name.official", "phone.mobile");
  }

  @Test
  void whose_move_of_words_meets_another_change_of_the_name_is_shown_both_and_chooses() {
    var her = desk.registered(MARIA);
    var seen = desk.shown(her);
    desk.save(her, Map.of("family", "Santos"));

    seen.putAll(MOVED);
    var told = desk.send(her, seen);

    assertThat(told.status()).isEqualTo(409);
    assertThat(told.body())
        .contains("You both changed this", "What is saved now: Given names: Maria dela;")
        .contains("Family name: Santos");
    var mine = EditForm.of(told.body());
    assertThat(mine).containsAllEntriesOf(MOVED);
    assertThat(desk.send(her, mine).status()).isEqualTo(303);
    assertThat(desk.found(her).facts().mainName()).isEqualTo(SPLIT);
  }

  @Test
  void two_who_move_the_words_of_a_name_differently_are_told_so_and_alike_are_not() {
    var her = desk.registered(MARIA);
    var seen = desk.shown(her);
    desk.save(her, MOVED);

    seen.putAll(Map.of("given", "", "family", "Maria dela Cruz"));
    assertThat(desk.send(her, seen).body())
        .contains("You both changed this", "Given names: Maria; Family name: dela Cruz");
    seen.putAll(MOVED);
    seen.put("pronouns", "she/her");
    assertThat(desk.send(her, seen).body()).doesNotContain("You both changed this");
  }

  @Test
  void a_move_within_an_address_that_another_changed_is_asked_about() {
    var wrong = new PatientAddress(ContactUse.HOME, "12 Oak St", "Albany", "NY 12207", "", "");
    var her = desk.registered(MARIA.edit().addresses(List.of(wrong)).done());
    var seen = desk.shown(her);
    desk.save(her, Map.of("street", "14 Oak St"));

    seen.putAll(Map.of("state", "NY", "zip", "12207"));
    var told = desk.send(her, seen);

    assertThat(told.body()).contains("You both changed this", "14 Oak St", "State: NY 12207");
    assertThat(EditForm.of(told.body())).containsEntry("street", "12 Oak St");
  }

  @Test
  void a_file_moves_words_where_no_person_did_and_once() {
    assertThat(said(MARIA)).isInstanceOf(Taken.Created.class);
    var split = MARIA.edit().names(List.of(SPLIT)).done();

    assertThat(said(split))
        .isInstanceOfSatisfying(
            Taken.Updated.class,
            taken -> assertThat(desk.found(taken.patient()).facts().mainName()).isEqualTo(SPLIT));
    assertThat(said(split)).isInstanceOf(Taken.Unchanged.class);
  }

  @Test
  void words_that_a_person_moved_stay_where_she_put_them_and_are_no_difference_to_tell() {
    var her = ((Taken.Created) said(MARIA)).patient();
    desk.save(her, MOVED);

    assertThat(said(MARIA)).isInstanceOf(Taken.Unchanged.class);

    assertThat(desk.found(her).facts().mainName()).isEqualTo(SPLIT);
    assertThat(desk.found(her).differences()).isEmpty();
  }

  @Test
  void names_to_be_called_by_from_a_file_survive_a_form_that_nobody_touched() {
    var called = new PatientName(NameUse.PREFERRED, "Cruz", "Mila", "Ms.", "");
    var other = new PatientName(NameUse.PREFERRED, "", "Ming", "", "");
    var names = List.of(SPLIT, called, other);
    var her = desk.registered(MARIA.edit().names(names).done());

    desk.save(her, Map.of("pronouns", "she/her"));
    assertThat(desk.found(her).facts().names()).containsExactlyInAnyOrderElementsOf(names);
    assertThat(desk.history(her)).containsExactly("pronouns");

    var only = desk.registered(MARIA.edit().names(List.of(other)).done());
    desk.save(only, Map.of("pronouns", "she/her"));
    assertThat(desk.found(only).facts().names()).containsExactly(other);
  }

  private int weight(PatientId her) {
    var sketch = new Sketch("Maria", "dela Cruz", MARIA.birthDate(), "", "");
    return desk.ask(() -> lookAlikes.of(desk.clinic().id(), sketch, Ids.next())).stream()
        .filter(one -> one.card().id().equals(her))
        .mapToInt(one -> one.weight())
        .findFirst()
        .orElse(0);
  }

  private Taken said(PersonFacts facts) {
    var patient = new IncomingPatient(KEY, facts, List.of(), false, Optional.empty());
    return desk.ask(() -> incoming.incoming(desk.clinic().id(), patient, FILE));
  }
}
