package health.malasakit.patients;

import static health.malasakit.patients.PatientSamples.ana;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
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

  private final World world;
  private final Patients patients;
  private final IncomingPatients incoming;
  private final LookAlikes lookAlikes;
  private final Organization clinic;
  private final SignedIn luz;
  private final Client client;

  MovedWordsTest(
      World world,
      Patients patients,
      IncomingPatients incoming,
      LookAlikes lookAlikes,
      @LocalServerPort int port) {
    this.world = world;
    this.patients = patients;
    this.incoming = incoming;
    this.lookAlikes = lookAlikes;
    this.clinic = world.clinic("Harbor Family Clinic");
    this.luz = world.person(Role.SCHEDULER, clinic);
    this.client = Client.on(port).as(world.cookieOf(luz));
  }

  @Test
  void a_word_moved_to_the_family_name_is_saved_said_and_followed_by_the_look_alikes() {
    var her = registered(MARIA);
    int before = weight(her);

    save(her, MOVED);

    assertThat(found(her).facts().mainName()).isEqualTo(SPLIT);
    assertThat(weight(her)).isGreaterThan(before);
    assertThat(client.get(address(her) + "/history").body())
        .contains("moved words between the fields of Name", "Maria dela Cruz")
        .doesNotContain("from Maria dela Cruz");
    assertThat(client.get(address(her)).body()).contains("words moved between its fields");
  }

  @Test
  void a_zip_moved_out_of_the_state_is_saved() {
    var wrong = new PatientAddress(ContactUse.HOME, "12 Oak St", "Albany", "NY 12207", "", "");
    var her = registered(MARIA.edit().addresses(List.of(wrong)).done());

    save(her, Map.of("state", "NY", "zip", "12207"));

    assertThat(found(her).facts().addresses())
        .containsExactly(
            new PatientAddress(ContactUse.HOME, "12 Oak St", "Albany", "NY", "12207", ""));
    assertThat(history(her)).containsExactly("address.home");
  }

  @Test
  void who_saves_after_words_were_moved_does_not_move_them_back() {
    var her = registered(MARIA);
    var seen = shown(her);
    save(her, MOVED);

    seen.put("mobile", "(212) 555-0177");
    var told = client.post(address(her) + "/edit", seen);

    assertThat(told.status()).isEqualTo(409);
    assertThat(told.body()).doesNotContain("You both changed this");
    var merged = EditForm.of(told.body());
    assertThat(merged).containsAllEntriesOf(MOVED);
    assertThat(client.post(address(her) + "/edit", merged).status()).isEqualTo(303);
    assertThat(found(her).facts().mainName()).isEqualTo(SPLIT);
    assertThat(history(her)).containsExactlyInAnyOrder("name.official", "phone.mobile");
  }

  @Test
  void a_file_moves_words_where_no_person_did_and_once() {
    assertThat(said(MARIA)).isInstanceOf(Taken.Created.class);
    var split = MARIA.edit().names(List.of(SPLIT)).done();

    assertThat(said(split))
        .isInstanceOfSatisfying(
            Taken.Updated.class,
            taken -> assertThat(found(taken.patient()).facts().mainName()).isEqualTo(SPLIT));
    assertThat(said(split)).isInstanceOf(Taken.Unchanged.class);
  }

  @Test
  void words_that_a_person_moved_stay_where_she_put_them_and_are_no_difference_to_tell() {
    var her = ((Taken.Created) said(MARIA)).patient();
    save(her, MOVED);

    assertThat(said(MARIA)).isInstanceOf(Taken.Unchanged.class);

    assertThat(found(her).facts().mainName()).isEqualTo(SPLIT);
    assertThat(found(her).differences()).isEmpty();
  }

  @Test
  void names_to_be_called_by_from_a_file_survive_a_form_that_nobody_touched() {
    var called = new PatientName(NameUse.PREFERRED, "Cruz", "Mila", "Ms.", "");
    var other = new PatientName(NameUse.PREFERRED, "", "Ming", "", "");
    var names = List.of(SPLIT, called, other);
    var her = registered(MARIA.edit().names(names).done());

    save(her, Map.of("pronouns", "she/her"));
    assertThat(found(her).facts().names()).containsExactlyInAnyOrderElementsOf(names);
    assertThat(history(her)).containsExactly("pronouns");

    var only = registered(MARIA.edit().names(List.of(other)).done());
    save(only, Map.of("pronouns", "she/her"));
    assertThat(found(only).facts().names()).containsExactly(other);
  }

  private int weight(PatientId her) {
    var sketch = new Sketch("Maria", "dela Cruz", MARIA.birthDate(), "", "");
    return Scopes.call(world.scopeOf(luz), () -> lookAlikes.of(clinic.id(), sketch, Ids.next()))
        .stream()
        .filter(one -> one.card().id().equals(her))
        .mapToInt(one -> one.weight())
        .findFirst()
        .orElse(0);
  }

  private Taken said(PersonFacts facts) {
    var patient = new IncomingPatient(KEY, facts, List.of(), false, Optional.empty());
    return Scopes.call(world.scopeOf(luz), () -> incoming.incoming(clinic.id(), patient, FILE));
  }

  private void save(PatientId her, Map<String, String> change) {
    var form = shown(her);
    form.putAll(change);
    assertThat(client.post(address(her) + "/edit", form).status()).isEqualTo(303);
  }

  private Map<String, Object> shown(PatientId her) {
    return EditForm.of(client.get(address(her) + "/edit").body());
  }

  private String address(PatientId her) {
    return "/patients/" + clinic.slug() + "/" + her;
  }

  private PatientId registered(PersonFacts facts) {
    return Scopes.call(
        world.scopeOf(luz), () -> patients.register(clinic.id(), NewPatient.saidByCaller(facts)));
  }

  private List<String> history(PatientId her) {
    return Scopes.call(
        world.scopeOf(luz),
        () -> patients.history(clinic.id(), her).stream().map(FactChange::field).toList());
  }

  private Patient found(PatientId her) {
    return Scopes.call(world.scopeOf(luz), () -> patients.find(clinic.id(), her).orElseThrow());
  }
}
