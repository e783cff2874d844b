package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.inquiries.outbound.ToBeCalled;
import health.malasakit.kernel.Phone;
import health.malasakit.patients.EditForm;
import health.malasakit.patients.Patients;
import health.malasakit.patients.reach.NumberWord;
import health.malasakit.patients.reach.NumberWords;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** How a patient is reached, and who speaks for her, while a caller is on the line. */
@MalasakitTest
class ContactDuringCallTest {

  private static final String ON_FILE = "(617) 555-0100";

  private final ApplicationContext beans;
  private final int port;
  private CallerOnTheLine line;

  ContactDuringCallTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aCallerIsOnTheLine() {
    line = new CallerOnTheLine(beans, port);
  }

  @Test
  void on_a_call_that_came_in_it_does_not_change_and_what_was_typed_is_kept() {
    proven();

    var answer = line.client().post(line.page() + "/edit", corrected("mobile", "(617) 555-0177"));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("Call the patient at a number on file", "(617) 555-0177");
    assertThat(line.client().post(line.page() + "/representatives", somebody()).body())
        .contains("Call the patient at a number on file");
    assertThat(phones()).doesNotContain("(617) 555-0177");
  }

  @Test
  void what_is_no_way_to_her_changes_on_any_call_on_which_she_is_proven() {
    proven();

    var answer = line.client().post(line.page() + "/edit", corrected("pronouns", "she/her"));

    assertThat(answer.status()).isEqualTo(303);
  }

  @Test
  void on_a_call_that_we_made_to_a_number_on_file_where_somebody_answered_it_changes() {
    reached();
    proven();

    var answer = line.client().post(line.page() + "/edit", corrected("mobile", "(617) 555-0177"));

    assertThat(answer.status()).isEqualTo(303);
    assertThat(phones()).contains("(617) 555-0177");
  }

  @Test
  void a_call_opened_by_hand_proves_no_number_whatever_its_opener_typed() {
    line.over();
    var byHand =
        Map.of("direction", "out", "number", ON_FILE, "despite", "yes", "saidBy", "the patient");
    line.onCall(line.client().post("/calls", byHand).location());
    proven();

    assertThat(line.client().get(line.page()).status()).isEqualTo(200);
    assertThat(changed()).isEqualTo(403);
  }

  @Test
  void a_number_that_is_on_file_no_more_proves_nothing_though_we_rang_it() {
    reached();
    var form = EditForm.of(line.colleague().get(line.page() + "/edit").body());
    form.put("home", "(617) 555-0188");
    assertThat(line.colleague().post(line.page() + "/edit", form).status()).isEqualTo(303);
    proven();

    assertThat(changed()).isEqualTo(403);
  }

  @Test
  void a_number_found_to_be_another_persons_proves_nothing() {
    reached();
    line.asColleague(() -> {
      beans
          .getBean(NumberWords.class)
          .say(line.clinic().id(), line.ana(), Phone.of(ON_FILE), NumberWord.WRONG);
      return true;
    });
    proven();

    assertThat(changed()).isEqualTo(403);
  }

  private int changed() {
    return line.client()
        .post(line.page() + "/edit", corrected("mobile", "(617) 555-0177"))
        .status();
  }

  /** Dialled from the list of whom we call, and somebody answers. */
  private void reached() {
    line.over();
    var about =
        Map.of("reason", "A place is free", "about", "visit", "day", "tomorrow", "hour", "17:00");
    var toCall = line.client().post(line.page() + "/to-call", about).location();
    var zone = ToBeCalled.inTheMorning().orElseThrow().getId();
    line.client().post(toCall + "/zone", Map.of("zone", zone));
    line.client().post(toCall + "/dialling", Map.of("number", "16175550100"));
    line.onCall(line.client().post(toCall + "/results", Map.of("result", "reached")).location());
    assertThat(line.call()).startsWith("/calls/" + line.clinic().id());
  }

  private void proven() {
    line.ask(
        "patient",
        Map.of(
            "name", "Maria de la Cruz",
            "birthDate", "3/12/1985",
            "fact", "zip",
            "value", "94607"));
  }

  private Map<String, Object> corrected(String field, String value) {
    var form = EditForm.of(line.client().get(line.page() + "/edit").body());
    form.put(field, value);
    return form;
  }

  private static Map<String, String> somebody() {
    return Map.of("version", "1", "name", "Jo Reyes", "basis", "patients_word", "may", "book");
  }

  private List<String> phones() {
    return line.as(() ->
        beans
            .getBean(Patients.class)
            .find(line.clinic().id(), line.ana())
            .orElseThrow()
            .facts()
            .phones()
            .stream()
            .map(one -> one.phone().shown())
            .toList());
  }
}
