package health.malasakit.patients;

import static health.malasakit.patients.PatientSamples.ana;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.NameUse;
import health.malasakit.patients.person.PatientEmail;
import health.malasakit.patients.person.PatientLanguage;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What few patients have: a former name, a second e-mail, letters elsewhere or in another tongue.
 */
@MalasakitTest
class EditedFactsTest {

  private static final Map<String, String> MORE =
      Map.of(
          "formerGiven", "Ana",
          "formerFamily", "Bautista",
          "email", "ana@example.org",
          "emailWork", "reyes@example.com",
          "mailing-street", "PO Box 12",
          "mailing-city", "Albany",
          "mailing-state", "NY",
          "mailing-zip", "12201",
          "language", "fil",
          "writes", "en");

  private final World world;
  private final Patients patients;
  private final SafeContacts safeContacts;
  private final Organization clinic;
  private final SignedIn luz;
  private final Client client;

  EditedFactsTest(
      World world, Patients patients, SafeContacts safeContacts, @LocalServerPort int port) {
    this.world = world;
    this.patients = patients;
    this.safeContacts = safeContacts;
    this.clinic = world.clinic("Harbor Family Clinic");
    this.luz = world.person(Role.SCHEDULER, clinic);
    this.client = Client.on(port).as(world.cookieOf(luz));
  }

  @Test
  void everything_on_file_stands_on_the_page_with_its_source_and_she_is_found_by_her_former_name() {
    var her = registered(ana());

    assertThat(saved(her, MORE).status()).isEqualTo(303);

    assertThat(client.get(page(her)).body())
        .contains("Everything on file", "Former name", "Ana Bautista", "reyes@example.com")
        .contains("PO Box 12, Albany, NY 12201", "Speaks", "Filipino", "Letters in", "English")
        .contains("Filipino (spoken, preferred)", "English (written)");
    var search = client.post("/search", Map.of("q", "ana bautista"));
    assertThat(client.get(search.location()).body()).contains("Reyes");
  }

  @Test
  void what_is_saved_as_it_stands_changes_nothing_and_what_is_emptied_is_gone() {
    var her = registered(ana());
    saved(her, MORE);
    var before = found(her);

    assertThat(client.get(page(her) + "/edit").body())
        .contains("value=\"Bautista\"", "value=\"PO Box 12\"", "<details class=\"fold\" open");
    saved(her, MORE);
    assertThat(found(her).version()).isEqualTo(before.version());
    assertThat(found(her).facts()).isEqualTo(before.facts());

    saved(her, Map.of("formerGiven", "", "formerFamily", "", "emailWork", "", "email", ""));
    var facts = found(her).facts();
    assertThat(facts.name(NameUse.FORMER)).isEmpty();
    assertThat(facts.emails()).isEmpty();
  }

  @Test
  void what_is_not_on_the_form_stays_and_the_former_one_keeps_its_title() {
    var facts =
        ana()
            .edit()
            .names(
                List.of(
                    PatientName.official("Ana", "Reyes"),
                    new PatientName(NameUse.FORMER, "Bautista", "Ana", "Dr.", ""),
                    new PatientName(NameUse.FORMER, "Cruz", "Ana", "", "")))
            .emails(List.of(new PatientEmail(ContactUse.TEMPORARY, "now@example.org")))
            .languages(
                List.of(
                    PatientLanguage.preferred("fil"),
                    new PatientLanguage("es", true, true, false),
                    new PatientLanguage("en", true, false, false)))
            .done();
    var her = registered(facts);

    var change = new HashMap<>(MORE);
    change.putAll(Map.of("formerFamily", "Bautista-Lim", "writes", "es"));
    saved(her, change);

    var now = found(her).facts();
    assertThat(now.names().stream().map(PatientName::whole))
        .contains("Dr. Ana Bautista-Lim", "Ana Cruz")
        .doesNotContain("Dr. Ana Bautista");
    assertThat(now.emails()).contains(new PatientEmail(ContactUse.TEMPORARY, "now@example.org"));
    assertThat(now.languages())
        .containsExactlyInAnyOrder(
            new PatientLanguage("fil", true, false, true),
            new PatientLanguage("es", true, true, false),
            new PatientLanguage("en", true, false, false));
  }

  @Test
  void the_language_of_letters_is_kept_while_nobody_asked_what_she_speaks() {
    var her = registered(ana().edit().languages(List.of()).done());

    saved(her, Map.of("language", "", "writes", "es"));

    assertThat(found(her).facts().languages())
        .containsExactly(new PatientLanguage("es", false, true, false));
    saved(her, Map.of("language", "fil", "writes", "es"));
    assertThat(found(her).facts().languages())
        .containsExactlyInAnyOrder(
            new PatientLanguage("fil", true, false, true),
            new PatientLanguage("es", false, true, false));
    saved(her, Map.of("language", "fil", "writes", ""));
    assertThat(found(her).facts().languages()).containsExactly(PatientLanguage.preferred("fil"));
  }

  @Test
  void the_only_name_on_file_is_not_a_former_one_as_well() {
    var maiden = new PatientName(NameUse.FORMER, "Reyes", "Ana", "", "");
    var her = registered(ana().edit().names(List.of(maiden)).done());

    assertThat(client.get(page(her) + "/edit").body())
        .doesNotContain("<details class=\"fold\" open");
    saved(her, Map.of("formerGiven", "", "formerFamily", ""));

    assertThat(found(her).facts().names()).containsExactly(maiden);
  }

  @Test
  void a_second_e_mail_that_cannot_be_right_is_said_beside_its_field() {
    var her = registered(ana());

    var answer = saved(her, Map.of("emailWork", "reyes at example"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("emailWork-error", "<details class=\"fold\" open");
    assertThat(found(her).version()).isEqualTo(1);
  }

  @Test
  void in_safe_contact_no_other_number_or_address_is_on_the_page() {
    var her = registered(ana());
    saved(her, MORE);
    var only =
        new SafeContact(
            List.of("(646) 555-0100"), List.of(), Optional.empty(), "Say it is the dentist");
    Scopes.run(world.scopeOf(luz), () -> safeContacts.set(clinic.id(), her, only));

    assertThat(client.get(page(her)).body())
        .contains("Everything on file", "Ana Bautista")
        .doesNotContain("reyes@example.com", "PO Box 12", "12 Oak St", "12207");
  }

  @Test
  void who_may_not_correct_a_patient_is_shown_the_band_and_not_everything_on_file() {
    var former = new PatientName(NameUse.FORMER, "Bautista", "Ana", "", "");
    var her =
        registered(
            ana()
                .edit()
                .names(List.of(PatientName.official("Ana", "Reyes"), former))
                .emails(List.of(new PatientEmail(ContactUse.WORK, "reyes@example.com")))
                .done());

    assertThat(client.get(page(her)).body()).contains("Everything on file", "reyes@example.com");
    for (Role role : List.of(Role.ADVOCATE, Role.CLINIC_STAFF, Role.PRIVACY_OFFICER)) {
      var reader = client.as(world.cookieOf(world.person(role, clinic)));
      assertThat(reader.get(page(her)).body())
          .as(role.name())
          .contains("Ana Reyes", "Lives at")
          .doesNotContain("Everything on file", "reyes@example.com", "Bautista");
    }
  }

  private Client.Answer saved(PatientId her, Map<String, String> change) {
    Map<String, Object> form = new HashMap<>();
    form.put("version", String.valueOf(found(her).version()));
    form.putAll(Map.of("given", "Ana", "family", "Reyes", "birthDate", "5/3/1980"));
    form.putAll(Map.of("sex", "female", "zip", "12207"));
    form.putAll(change);
    return client.post(page(her) + "/edit", form);
  }

  private String page(PatientId her) {
    return "/patients/" + clinic.slug() + "/" + her;
  }

  private PatientId registered(PersonFacts facts) {
    return Scopes.call(
        world.scopeOf(luz), () -> patients.register(clinic.id(), NewPatient.saidByCaller(facts)));
  }

  private Patient found(PatientId her) {
    return Scopes.call(world.scopeOf(luz), () -> patients.find(clinic.id(), her).orElseThrow());
  }
}
