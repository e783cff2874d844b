package health.malasakit.inquiries.texts;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.messaging.Channel;
import health.malasakit.messaging.Consents;
import health.malasakit.messaging.Permission;
import health.malasakit.messaging.Purpose;
import health.malasakit.messaging.Use;
import health.malasakit.messaging.texts.NumberStops;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A closed number is opened again by a person, with what was asked for. */
@MalasakitTest
class NumbersOpenedTest {

  private static final String WORDS = "Please text me again about my visits.";

  private final ApplicationContext beans;
  private final World world;
  private final NumberStops stops;
  private final Consents consents;
  private final int port;
  private TextedClinic clinic;
  private Phone number;
  private PatientId ana;
  private String page;

  NumbersOpenedTest(
      ApplicationContext beans,
      World world,
      NumberStops stops,
      Consents consents,
      @LocalServerPort int port) {
    this.beans = beans;
    this.world = world;
    this.stops = stops;
    this.consents = consents;
    this.port = port;
  }

  @BeforeEach
  void aNumberThatSaidStop() {
    clinic = new TextedClinic(beans, port);
    ana = clinic.patient("Ana", "Reyes", "en");
    number = Phone.of(clinic.hers());
    clinic.texts("STOP");
    page = "/patients/" + clinic.clinic().slug() + "/" + ana + "/numbers";
  }

  @Test
  void it_stands_on_her_page_with_how_it_came() {
    assertThat(clinic.luz().get(page).body())
        .contains(number.shown(), "No texts go there", "The phone answered STOP", "Open it again");
    assertThat(clinic.luz().get(page.replace("/numbers", "")).body()).contains(page);
    assertThat(clinic.luz().get(page.replace("/numbers", "/reminders")).body()).contains(page);
  }

  @Test
  void opened_with_her_words_texts_go_there_again_and_everything_is_written_down() {
    assertThat(open("spoken", WORDS, "").status()).isEqualTo(302);

    assertThat(isClosed()).isFalse();
    assertThat(may(ana)).isInstanceOf(Permission.Given.class);
    assertThat(clinic.luz().get(page).body())
        .contains("Texts may go there", WORDS, "Said on", "Luz Ramos", "The phone answered STOP");
    assertThat(
            clinic.words(
                "select detail from audit.line where act = 'changed' and patient_id is not null"))
        .contains("number-opened", "consent text care");
    assertThat(clinic.words("select words from messaging.number_stop order by stop_id"))
        .as("what stood before stays")
        .containsExactly("", WORDS);
  }

  @Test
  void a_stop_that_comes_later_closes_it_again() {
    open("written", WORDS, "");

    clinic.texts("STOP");

    assertThat(isClosed()).isTrue();
    assertThat(may(ana)).isInstanceOf(Permission.Not.class);
    assertThat(clinic.luz().get(page).body()).contains("No texts go there");
  }

  @Test
  void what_one_says_opens_nothing_for_another_behind_that_number() {
    open("spoken", WORDS, "");
    clinic.texts("STOP");
    var ben = clinic.patient("Ben", "Reyes", "en");
    clinic.texts("START");
    clinic.texts("STOP");

    open("spoken", WORDS, "");

    assertThat(may(ana)).isInstanceOf(Permission.Given.class);
    assertThat(may(ben)).isInstanceOf(Permission.Not.class);
  }

  @Test
  void nothing_is_opened_without_what_was_said_how_and_when() {
    assertThat(open("spoken", " ", "").body()).contains("Write down what was said.");
    assertThat(open("", WORDS, "").body()).contains("Say how it was asked for");
    assertThat(open("portal", WORDS, "").status()).isEqualTo(422);
    var before = LocalDate.now(clinic.practice().site().zone().orElseThrow()).minusDays(1);
    assertThat(open("spoken", WORDS, before.toString()).body())
        .contains("That was before the number was closed.", WORDS);

    assertThat(isClosed()).isTrue();
    assertThat(may(ana)).isInstanceOf(Permission.Not.class);
  }

  @Test
  void of_two_who_open_it_at_once_the_slower_is_told() {
    open("spoken", WORDS, "");

    var late = open("spoken", WORDS, "");

    assertThat(late.status()).isEqualTo(422);
    assertThat(late.body()).contains("There is nothing to open.");
    assertThat(clinic.words("select words from messaging.number_stop")).hasSize(2);
  }

  @Test
  void who_may_not_change_a_patient_opens_nothing() {
    var staff = clinic.client(world.person(Role.CLINIC_STAFF, clinic.clinic()));
    var stranger = clinic.client(world.person(Role.SUPERVISOR, world.clinic("Lakeside")));

    assertThat(staff.get(page).status()).isEqualTo(403);
    assertThat(staff.post(page + "/opening", said("spoken", WORDS, "")).status()).isEqualTo(403);
    assertThat(stranger.post(page + "/opening", said("spoken", WORDS, "")).status()).isEqualTo(404);
    assertThat(isClosed()).isTrue();
  }

  @Test
  void a_mistyped_import_is_corrected_by_who_manages_the_clinic() {
    var reached = "/clinics/" + clinic.clinic().slug() + "/reached";
    var typo = "+12125550188";
    clinic.luz().post(reached + "/opt-outs", Map.of("numbers", typo));

    assertThat(correct(reached, typo, " ").body()).contains("Write down what was said.");
    assertThat(correct(reached, "", "A typo").body()).contains("Write a telephone number");
    assertThat(correct(reached, typo, "Two figures were swapped").status()).isEqualTo(302);

    assertThat(clinic.as(() -> stops.said(clinic.clinic().id(), Phone.of(typo)))).contains(false);
    assertThat(clinic.luz().get(reached).body()).contains(reached + "/mistyped");
    assertThat(clinic.luz().get(reached + "/mistyped").body())
        .contains("(212) 555-0188", "Two figures were swapped", "Luz Ramos");
    assertThat(correct(reached, typo, "again").body()).contains("There is nothing to open.");
    assertThat(clinic.words("select detail from audit.line where act = 'changed'"))
        .contains("opt-out-corrected");
  }

  @Test
  void one_that_said_stop_is_no_mistyped_import() {
    var reached = "/clinics/" + clinic.clinic().slug() + "/reached";

    var answer = correct(reached, clinic.hers(), "A typo");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("This number answered STOP itself, or somebody read");
    assertThat(isClosed()).isTrue();
  }

  private Client.Answer correct(String reached, String number, String why) {
    return clinic.luz().post(reached + "/mistyped", Map.of("number", number, "words", why));
  }

  private Client.Answer open(String heard, String words, String on) {
    return clinic.luz().post(page + "/opening", said(heard, words, on));
  }

  private Map<String, String> said(String heard, String words, String on) {
    return Map.of("number", number.digits(), "heard", heard, "words", words, "on", on);
  }

  private boolean isClosed() {
    return clinic.as(() -> stops.said(clinic.clinic().id(), number)).orElse(false);
  }

  private Permission may(PatientId who) {
    var use = new Use(Channel.TEXT, number.written(), Purpose.CARE);
    return clinic.as(() -> consents.may(clinic.clinic().id(), who, use));
  }
}
