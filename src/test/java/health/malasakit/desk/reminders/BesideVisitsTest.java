package health.malasakit.desk.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.inquiries.texts.TextedClinic;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.messaging.texts.NewText;
import health.malasakit.messaging.texts.Texts;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The patient's own history has what went out beside what is told of visits. */
@MalasakitTest
class BesideVisitsTest {

  private final ApplicationContext beans;
  private final World world;
  private final int port;
  private TextedClinic clinic;
  private PatientId ana;

  BesideVisitsTest(ApplicationContext beans, World world, @LocalServerPort int port) {
    this.beans = beans;
    this.world = world;
    this.port = port;
  }

  @BeforeEach
  void aPatient() {
    clinic = new TextedClinic(beans, port);
    ana = clinic.patient("Ana", "Reyes", "en");
  }

  @Test
  void a_code_and_answers_stand_there_with_their_proof_and_never_what_they_said() {
    code();
    clinic.texts("HELP");
    clinic.texts("Can I bring my son?");
    var text = clinic.page();
    clinic.luz().post(text + "/answer", Map.of("seen", "2", "words", "Yes, please do."));
    delivered();

    var history = clinic.luz().get(hers()).body();

    assertThat(history)
        .contains(
            "A code that was asked for in a call",
            "An answer by itself to a text",
            "<a href=\"" + text + "\">What a person answered</a>",
            "Luz Ramos",
            "Delivered",
            "by text to the one ending in " + clinic.hers().substring(clinic.hers().length() - 4),
            "the carrier's name for it: SM1")
        .doesNotContain("123456", "Yes, please do.", "Nothing yet");
    assertThat(
            clinic.words(
                "select act || ' ' || detail from audit.line where act = 'listed' and subject = 'view'"))
        .contains("listed 1 newly drawn");
  }

  @Test
  void an_answer_to_a_number_of_two_stands_in_the_history_of_neither() {
    clinic.patient("Ben", "Reyes", "en");
    clinic.texts("Can I bring my son?");
    clinic.luz().post(clinic.page() + "/answer", Map.of("seen", "2", "words", "Yes."));

    assertThat(clinic.answers()).hasSize(1);
    assertThat(clinic.luz().get(hers()).body())
        .contains("Nothing yet")
        .doesNotContain("What a person answered");
  }

  @Test
  void who_may_not_see_her_sees_none_of_it() {
    code();
    var stranger = clinic.client(world.person(Role.SUPERVISOR, world.clinic("Lakeside")));

    assertThat(stranger.get(hers()).status()).isEqualTo(404);
  }

  @Test
  void another_patients_texts_are_not_hers() {
    var ben = clinic.patient("Ben", "Cruz", "en", world.textNumber());
    code();

    assertThat(clinic.luz().get(hers().replace(ana.toString(), ben.toString())).body())
        .contains("Nothing yet");
  }

  private void code() {
    var texts = beans.getBean(Texts.class);
    var text =
        new NewText(
            clinic.clinic().id(), ana, NewText.Purpose.CODE, "code/1", Phone.of(clinic.hers()));
    clinic.as(() -> texts.handOver(texts.begin(text), "Harbor: 123456"));
  }

  /** The carrier tells of the last one. */
  private void delivered() {
    var last =
        clinic
            .ids("select outgoing_id from messaging.outgoing order by begun_at desc limit 1")
            .getFirst();
    var path = "/api/texts/receipts/" + clinic.clinic().id() + "/" + last;
    var form = Map.of("MessageSid", "SM1", "MessageStatus", "delivered");
    clinic.luz().postAsIs(path, form, clinic.carrier().signed(path, form));
  }

  private String hers() {
    return "/patients/" + clinic.clinic().slug() + "/" + ana + "/reminders";
  }
}
