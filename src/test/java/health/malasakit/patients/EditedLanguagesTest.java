package health.malasakit.patients;

import static health.malasakit.patients.PatientSamples.ana;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.kernel.PatientId;
import health.malasakit.patients.person.Interpreter;
import health.malasakit.patients.person.PatientLanguage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The languages of a patient, as files name them and as people choose them. */
@MalasakitTest
class EditedLanguagesTest {

  /** As a file names it: nobody said which one to use. */
  private static final PatientLanguage ENGLISH = new PatientLanguage("en", true, true, false);

  private static final PatientLanguage SPANISH = new PatientLanguage("es", true, true, false);

  private final EditDesk desk;

  EditedLanguagesTest(World world, Patients patients, @LocalServerPort int port) {
    this.desk = EditDesk.of(world, patients, port);
  }

  @Test
  void who_speaks_spanish_after_all_gets_no_letters_in_the_language_that_a_file_named() {
    var her = speaking(ENGLISH);

    assertThat(desk.shown(her)).containsEntry("language", "").containsEntry("writes", "");
    desk.save(her, Map.of("language", "es"));

    assertThat(languages(her)).containsExactlyInAnyOrder(PatientLanguage.preferred("es"), ENGLISH);
    assertThat(desk.page(her)).contains("Spanish, English").doesNotContain("Letters in");
  }

  @Test
  void a_language_that_a_file_names_is_shown_once() {
    assertThat(desk.page(speaking(ENGLISH))).contains("Speaks").doesNotContain("Letters in");
    assertThat(desk.page(speaking(ENGLISH, SPANISH))).doesNotContain("Letters in");
  }

  @Test
  void letters_chosen_while_nobody_said_what_to_speak_stay_chosen() {
    var her = speaking(ENGLISH, SPANISH);

    desk.save(her, Map.of("writes", "es"));

    assertThat(desk.shown(her)).containsEntry("language", "").containsEntry("writes", "es");
    assertThat(desk.page(her)).contains("Letters in");
    assertThat(languages(her))
        .containsExactlyInAnyOrder(SPANISH, new PatientLanguage("en", true, false, false));
  }

  @Test
  void a_language_only_for_letters_is_not_said_to_be_spoken_and_names_the_interpreter() {
    var written = new PatientLanguage("es", false, true, false);
    var her = speaking(Interpreter.NEEDED, written);

    assertThat(desk.page(her))
        .contains("Letters in", "Interpreter: Spanish")
        .doesNotContain("<dt>Speaks</dt>");
    assertThat(desk.page(speaking(Interpreter.NEEDED))).contains("Interpreter: language not asked");
  }

  @Test
  void two_preferred_languages_survive_a_form_that_nobody_touched_in_these_fields() {
    var both = List.of(PatientLanguage.preferred("es"), PatientLanguage.preferred("en"));
    var her = speaking(both.getFirst(), both.getLast());

    desk.save(her, Map.of("pronouns", "she/her"));

    assertThat(languages(her)).containsExactlyInAnyOrderElementsOf(both);
    assertThat(desk.shown(her)).containsEntry("language", "en");
    desk.save(her, Map.of("language", "fil"));
    assertThat(languages(her)).containsExactlyInAnyOrder(PatientLanguage.preferred("fil"), SPANISH);
  }

  @Test
  void letters_in_another_language_are_taken_off_again() {
    var her = speaking(new PatientLanguage("es", false, true, false));

    desk.save(her, Map.of("writes", ""));
    assertThat(languages(her)).isEmpty();

    desk.save(her, Map.of("language", "fil", "writes", "es"));
    desk.save(her, Map.of("writes", ""));
    assertThat(languages(her)).containsExactly(PatientLanguage.preferred("fil"));
    desk.save(her, Map.of("language", ""));
    assertThat(languages(her)).isEmpty();
  }

  @Test
  void who_touched_no_language_neither_overwrites_the_choice_of_another_nor_is_asked_about_it() {
    var her = speaking(PatientLanguage.preferred("en"), SPANISH);
    var seen = desk.shown(her);
    desk.save(her, Map.of("writes", "es"));
    var chosen = languages(her);

    seen.put("mobile", "(212) 555-0177");
    var told = desk.send(her, seen);
    assertThat(told.status()).isEqualTo(409);
    assertThat(told.body())
        .contains("Somebody else has just changed")
        .doesNotContain("You both changed this");

    assertThat(desk.send(her, EditForm.of(told.body())).status()).isEqualTo(303);
    assertThat(languages(her)).containsExactlyInAnyOrderElementsOf(chosen);
    assertThat(desk.found(her).facts().phones().getFirst().phone().shown()).contains("0177");
  }

  @Test
  void a_language_that_both_chose_is_asked_about_and_the_second_choice_can_be_kept() {
    var her = speaking(PatientLanguage.preferred("en"));
    var seen = desk.shown(her);
    desk.save(her, Map.of("language", "es"));

    seen.put("language", "fil");
    var told = desk.send(her, seen);
    assertThat(told.body()).contains("You both changed this");
    assertThat(desk.send(her, EditForm.of(told.body())).status()).isEqualTo(303);

    assertThat(languages(her)).containsExactly(PatientLanguage.preferred("fil"));
  }

  private PatientId speaking(PatientLanguage... languages) {
    return speaking(Interpreter.NOT_ASKED, languages);
  }

  private PatientId speaking(Interpreter interpreter, PatientLanguage... languages) {
    var facts = ana().edit().languages(List.of(languages)).interpreter(interpreter).done();
    var file = new NewPatient(facts, List.of(), "", Optional.empty(), "hospital");
    return desk.registered(file);
  }

  private List<PatientLanguage> languages(PatientId her) {
    return desk.found(her).facts().languages();
  }
}
