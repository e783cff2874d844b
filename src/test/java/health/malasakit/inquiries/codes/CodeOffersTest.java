package health.malasakit.inquiries.codes;

import static health.malasakit.inquiries.codes.CodeOnTheLine.MOBILE;
import static health.malasakit.inquiries.codes.CodeOnTheLine.above;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.TestCarrier.Says;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.inquiries.CallerOnTheLine;
import health.malasakit.kernel.Phone;
import health.malasakit.messaging.Channel;
import health.malasakit.messaging.ConsentAnswer;
import health.malasakit.messaging.ConsentBasis;
import health.malasakit.messaging.Consents;
import health.malasakit.messaging.NewConsent;
import health.malasakit.messaging.Purpose;
import health.malasakit.patients.EditForm;
import health.malasakit.patients.SafeContact;
import health.malasakit.patients.SafeContacts;
import health.malasakit.patients.reach.NumberWord;
import health.malasakit.patients.reach.NumberWords;
import health.malasakit.patients.speaking.Speaking;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** To which numbers a code may go, and what is said when none can. */
@MalasakitTest
class CodeOffersTest {

  private final ApplicationContext beans;
  private final int port;
  private CodeOnTheLine code;
  private CallerOnTheLine line;

  CodeOffersTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void herRecordIsOpen() {
    code = new CodeOnTheLine(beans, port);
    line = code.line();
  }

  @Test
  void nothing_of_it_stands_there_before_her_record_is_open() {
    assertThat(code.page()).doesNotContain("ending in");
    line.ask("patient", Map.of("name", "María de la Cruz", "birthDate", "3/12/1985"));

    assertThat(code.page()).doesNotContain("ending in");
    assertThat(code.send("x").body()).contains("is not open");

    line.proven();
    assertThat(code.page()).contains("ending in 42").doesNotContain("555-0100");
  }

  @Test
  void who_speaks_for_her_gets_no_code() {
    line.speaks("Jo Reyes", Set.of(Speaking.BOOK));
    line.ask(
        "for_her",
        Map.of(
            "name", "María de la Cruz",
            "birthDate", "3/12/1985",
            "speaker", "Jo Reyes",
            "fact", "zip",
            "value", "94607"));

    assertThat(code.page()).contains("The caller speaks for").doesNotContain("ending in");
    assertThat(code.send("x").status()).isEqualTo(409);
  }

  @Test
  void a_number_that_said_stop_or_is_known_as_wrong_gets_none() {
    var sent = code.carrier().to(MOBILE).size();
    line.proven();
    var mark = code.numbers().getFirst();
    stop();
    assertThat(code.page()).contains("mobile, ending in 42: wants no texts");
    assertThat(code.numbers()).hasSize(1);
    assertThat(code.send(mark).status()).isEqualTo(422);

    line.asColleague(() -> {
      beans
          .getBean(NumberWords.class)
          .say(line.clinic().id(), line.ana(), Phone.of("(617) 555-0100"), NumberWord.WRONG);
      return true;
    });

    assertThat(code.page())
        .contains("home, ending in 00: may not be used now", "No code can go to a number on file");
    assertThat(code.carrier().to(MOBILE)).hasSize(sent);
  }

  @Test
  void safe_contact_names_the_only_ones_once_it_is_older_than_the_clinics_days() {
    line.asColleague(() -> {
      beans
          .getBean(SafeContacts.class)
          .set(
              line.clinic().id(),
              line.ana(),
              new SafeContact(List.of("(617) 555-0133"), List.of(), Optional.empty(), ""));
      return true;
    });
    line.proven();
    assertThat(code.page()).contains("ending in 33: changed a short time ago");
    assertThat(code.numbers()).isEmpty();

    older();

    assertThat(code.numbers()).hasSize(1);
    assertThat(code.page()).contains("the number ending in 33").doesNotContain("ending in 42");
  }

  @Test
  void a_number_that_changed_within_the_clinics_days_gets_none_and_the_clinic_says_how_many() {
    var form = EditForm.of(line.colleague().get(line.page() + "/edit").body());
    form.put("work", "(617) 555-0161");
    assertThat(line.colleague().post(line.page() + "/edit", form).status()).isEqualTo(303);
    line.proven();
    assertThat(code.page()).contains("work, ending in 61: changed a short time ago");
    assertThat(code.numbers()).hasSize(2);

    assertThat(asking(Map.of("facts", "zip", "newNumberDays", "0"))).isEqualTo(302);

    assertThat(code.numbers()).hasSize(3);
    assertThat(asking(Map.of("facts", "zip", "newNumberDays", "91"))).isEqualTo(422);
    assertThat(asking(Map.of("facts", "zip", "newNumberDays", "soon"))).isEqualTo(422);
  }

  @Test
  void without_gateway_number_or_neutral_name_the_page_says_what_to_do() {
    line.proven();
    code.carrier().away();
    assertThat(code.page())
        .contains("No text gateway is connected", "Call the patient back at a number");
    assertThat(code.send("x").status()).isEqualTo(409);
    code.carrier().reset();
    code.sendsFrom("");
    assertThat(code.page()).contains("has no number for texts");
    code.sendsFrom("(212) 555-0100");
    code.named("");
    assertThat(code.page()).contains("has no neutral name");
  }

  @Test
  void on_a_call_that_we_made_none_is_sent() {
    line.over();
    var number = "(617) 555-0155";
    var out = Map.of("direction", "out", "number", number, "despite", "yes", "saidBy", "her son");
    line.onCall(line.client().post("/calls", out).location());
    line.proven();

    assertThat(code.page()).contains("On a call that we made no code is sent");
  }

  @Test
  void what_the_gateway_answers_is_said_with_what_to_do() {
    line.proven();
    code.carrier().says(MOBILE, Says.no(21614));
    code.send();
    assertThat(code.page()).contains("it is a landline, or no number");
    assertThat(code.says(code.code(MOBILE)).status()).as("never sent").isEqualTo(409);

    code.halfAMinutePasses();
    code.carrier().says(MOBILE, new Says(500, ""));
    code.send();
    assertThat(code.page()).contains("Nobody knows whether the text");
    code.halfAMinutePasses();
    code.carrier().says(MOBILE, new Says(401, ""));
    code.send();
    assertThat(code.page()).contains("does not take texts from this clinic");
  }

  @Test
  void five_to_one_number_in_a_day_are_all() {
    line.proven();
    for (int n = 0; n < 3; n++) {
      assertThat(code.send().status()).isEqualTo(302);
      code.halfAMinutePasses();
    }
    line.onCall(line.ring(CallerOnTheLine.HER_NUMBER));
    line.proven();
    for (int n = 0; n < 2; n++) {
      assertThat(code.send().status()).isEqualTo(302);
      code.halfAMinutePasses();
    }

    assertThat(code.send().body()).contains("Five codes went to this number");
  }

  @Test
  void it_is_written_in_the_language_in_which_she_reads() {
    var form = EditForm.of(line.colleague().get(line.page() + "/edit").body());
    form.put("language", "es");
    assertThat(line.colleague().post(line.page() + "/edit", form).status()).isEqualTo(303);
    line.proven();

    code.send();

    assertThat(code.carrier().to(MOBILE).getLast().body()).contains("es el código que usted pidió");
  }

  private int asking(Map<String, String> rule) {
    var world = beans.getBean(World.class);
    var administrator = world.person(Role.ADMINISTRATOR, line.clinic());
    return Client.on(port)
        .as(world.cookieOf(administrator))
        .post("/clinics/" + line.clinic().slug() + "/asking", rule)
        .status();
  }

  private void stop() {
    var said =
        new NewConsent(
            Channel.TEXT,
            CallerOnTheLine.HER_NUMBER,
            Purpose.CARE,
            ConsentAnswer.REVOKED,
            ConsentBasis.REPLY,
            "STOP",
            "",
            LocalDate.EPOCH);
    line.asColleague(() -> {
      beans.getBean(Consents.class).record(line.clinic().id(), line.ana(), said);
      return true;
    });
  }

  private void older() {
    above(
        "update patients.change set at = at - interval '8 days' where patient_id = ?",
        line.ana().value());
  }
}
