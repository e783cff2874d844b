package health.malasakit.inquiries.texts;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The page "To read": what needs a person, and what she does with it. */
@MalasakitTest
class ToReadTest {

  private final ApplicationContext beans;
  private final World world;
  private final int port;
  private TextedClinic clinic;

  ToReadTest(ApplicationContext beans, World world, @LocalServerPort int port) {
    this.beans = beans;
    this.world = world;
    this.port = port;
  }

  @BeforeEach
  void aText() {
    clinic = new TextedClinic(beans, port);
    clinic.patient("Ana", "Reyes", "en");
    clinic.texts("Can I bring my son?");
  }

  @Test
  void it_stands_there_with_age_and_owner_and_who_may_have_written() {
    var list = clinic.luz().get("/texts").body();

    assertThat(list).contains("Nobody has these yet", "Can I bring my son?", "nobody has it yet");
    assertThat(clinic.luz().get(clinic.page()).body())
        .contains("Can I bring my son?", "A. R. 1985", "I take it");
    assertThat(
            clinic.words(
                "select act from audit.line where subject = 'text' and patient_id is not null"))
        .containsExactly("read");
  }

  @Test
  void taken_given_back_and_done_with_what_was_done() {
    var page = clinic.page();
    clinic.luz().post(page + "/taking", Map.of("seen", "2"));
    assertThat(clinic.luz().get("/texts").body()).contains("Yours", "Luz Ramos has it");
    clinic.luz().post(page + "/return", Map.of("seen", "3"));
    assertThat(clinic.luz().get("/texts").body()).contains("Nobody has these yet");

    var silent = clinic.luz().post(page + "/closing", Map.of("seen", "4", "note", " "));
    assertThat(silent.status()).isEqualTo(422);
    assertThat(silent.body()).contains("Say in a few words what was done.");
    clinic.luz().post(page + "/closing", Map.of("seen", "4", "note", "Told her yes."));

    assertThat(clinic.luz().get("/texts").body()).contains("Nothing to read");
    assertThat(clinic.luz().get(page).body()).contains("Done by Luz Ramos", "Told her yes.");
  }

  @Test
  void of_two_at_once_the_slower_is_told_who_was_faster() {
    var page = clinic.page();
    var other = clinic.client(clinic.colleague());

    clinic.luz().post(page + "/taking", Map.of("seen", "2"));
    var late = other.post(page + "/taking", Map.of("seen", "2"));

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("Luz Ramos was faster", "Take it over");
  }

  @Test
  void answered_by_one_text_in_the_neutral_name() {
    var page = clinic.page();

    var empty = clinic.luz().post(page + "/answer", Map.of("seen", "2", "words", ""));
    assertThat(empty.status()).isEqualTo(422);
    clinic.luz().post(page + "/answer", Map.of("seen", "2", "words", "Yes, please do."));

    assertThat(clinic.answers()).containsExactly("Harbor Offices: Yes, please do.");
    assertThat(clinic.luz().get(page).body()).contains("Answered by Luz Ramos", "Yes, please do.");
    assertThat(clinic.luz().post(page + "/answer", Map.of("seen", "3", "words", "Again")).status())
        .isEqualTo(409);
    assertThat(clinic.answers()).hasSize(1);
  }

  @Test
  void an_answer_that_tells_of_a_kind_of_care_does_not_go_out() {
    var page = clinic.page();

    var telling =
        clinic
            .luz()
            .post(page + "/answer", Map.of("seen", "2", "words", "Your methadone is here."));

    assertThat(telling.status()).isEqualTo(422);
    assertThat(telling.body())
        .contains("methadone", "tells of a kind of care", "Your methadone is here.");
    assertThat(clinic.answers()).isEmpty();
  }

  @Test
  void a_closed_number_is_not_answered() {
    var page = clinic.page();
    clinic.texts("STOP");

    var answer = clinic.luz().post(page + "/answer", Map.of("seen", "2", "words", "Yes."));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body()).contains("wants no texts", "Yes.");
    assertThat(clinic.luz().get(page).body())
        .contains("somebody behind it wants none")
        .doesNotContain("Answer by text");
  }

  @Test
  void it_becomes_a_message_for_the_clinic() {
    world.person(Role.NURSE, clinic.clinic());
    var page = clinic.page();

    var unsaid = clinic.luz().post(page + "/message", Map.of("seen", "2", "kind", ""));
    assertThat(unsaid.status()).isEqualTo(422);
    var message =
        clinic.luz().post(page + "/message", Map.of("seen", "2", "kind", "nurse")).location();

    assertThat(clinic.luz().get(message).body()).contains("Can I bring my son?");
    assertThat(clinic.luz().get(page).body()).contains("A message for the clinic, taken by");
  }

  @Test
  void another_clinics_text_is_not_there() {
    var stranger = clinic.client(world.person(Role.SUPERVISOR, world.clinic("Lakeside")));
    var page = clinic.page();

    assertThat(stranger.get(page).status()).isEqualTo(404);
    assertThat(stranger.post(page + "/taking", Map.of("seen", "2")).status()).isEqualTo(404);
    assertThat(stranger.get("/texts").body()).contains("Nothing to read");
  }

  @Test
  void who_takes_no_calls_reads_no_texts() {
    var staff = clinic.client(world.person(Role.CLINIC_STAFF, clinic.clinic()));

    assertThat(staff.get("/texts").status()).isEqualTo(403);
    assertThat(staff.get(clinic.page()).status()).isEqualTo(403);
  }

  @Test
  void whose_hidden_record_may_be_behind_it_closes_it_from_there() {
    var page = clinic.page();
    var patient = clinic.ids("select patient_id from inquiries.text_about").getFirst();
    clinic.hide(patient);

    assertThat(clinic.luz().get("/texts").body())
        .contains("Closed to you")
        .doesNotContain("Can I bring my son?");
    assertThat(clinic.luz().get(page).status()).isEqualTo(403);
  }
}
