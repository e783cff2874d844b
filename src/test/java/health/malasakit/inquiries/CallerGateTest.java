package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.patients.speaking.Speaking;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@MalasakitTest
class CallerGateTest {

  private final ApplicationContext beans;
  private final int port;
  private CallerOnTheLine line;

  CallerGateTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aCallerIsOnTheLine() {
    line = new CallerOnTheLine(beans, port);
  }

  @Test
  void the_number_points_to_candidates_and_picks_nobody() {
    line.patient("Ana", "Reyes", LocalDate.of(1990, 5, 1), CallerOnTheLine.HER_NUMBER);
    line.patient("Amado", "Reyes", LocalDate.of(1990, 7, 9), CallerOnTheLine.HER_NUMBER);

    var asked = line.client().get(line.call() + "?who=patient").body();

    assertThat(asked)
        .contains("M. D. L. C. 1985")
        .contains("A. R. May 1990", "A. R. Jul 1990")
        .doesNotContain("Reyes");
    assertThat(line.client().get(line.page()).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Maria dela Cruz   | 3/12/1985   |         |                    | booking",
        "De la Cruz, María | 12 Mar 1985 |         |                    | booking",
        "maria delacruz    | 1985-03-12  | zip     | 94607              | record",
        "Maria de la Cruz  | 3/12/1985   | address | 12 oak street      | record",
        "Maria de la Cruz  | 3/12/1985   | mrn     | mrn 77             | record",
        "Maria de la Cruz  | 3/12/1985   | phone   | 617 555 0100       | record",
        "Maria de la Cruz  | 3/12/1985   | phone   | (617) 555-0142     | none",
        "Maria de la Cruz  | 3/12/1985   | zip     | 94608              | none",
        "Maria Santos      | 3/12/1985   |         |                    | none",
        "Maria de la Cruz  | 3/13/1985   |         |                    | none",
      })
  void what_she_says_opens_as_far_as_it_matches(
      String name, String born, String fact, String value, String depth) {
    line.ask(
        "patient",
        Map.of("name", name, "birthDate", born, "fact", orEmpty(fact), "value", orEmpty(value)));

    assertThat(line.client().get("/openings?patient=" + line.ana()).status())
        .isEqualTo(depth.equals("none") ? 403 : 200);
    assertThat(line.client().get(line.page()).status())
        .isEqualTo(depth.equals("record") ? 200 : 403);
    assertThat(line.client().get(line.call()).body().contains("María de la Cruz"))
        .isEqualTo(!depth.equals("none"));
  }

  @Test
  void one_thing_more_is_asked_for_before_the_record_and_the_page_says_so() {
    line.ask("patient", Map.of("name", "María de la Cruz", "birthDate", "3/12/1985"));

    assertThat(line.client().get(line.page()).body())
        .contains("Ask one thing more", "To the call")
        .doesNotContain("12 Oak");
  }

  @Test
  void who_is_proven_says_one_thing_more_and_is_not_asked_her_name_again() {
    line.ask("patient", Map.of("name", "María de la Cruz", "birthDate", "3/12/1985"));
    var more = Map.of("candidate", line.ana().toString(), "fact", "zip");

    line.ask("patient", with(more, "94608"));
    assertThat(line.client().get(line.page()).status()).isEqualTo(403);
    line.ask("patient", with(more, "94607"));
    assertThat(line.client().get(line.page()).status()).isEqualTo(200);
  }

  @Test
  void one_thing_more_alone_proves_nobody() {
    var more = Map.of("candidate", line.ana().toString(), "fact", "zip");

    assertThat(line.ask("patient", with(more, "94607")).body()).contains("Type the name");

    assertThat(line.client().get("/openings?patient=" + line.ana()).status()).isEqualTo(403);
  }

  @Test
  void a_birth_date_that_is_none_is_asked_again_beside_what_was_typed() {
    var answer =
        line.ask("patient", Map.of("name", "María de la Cruz", "birthDate", "31 Feb 1985"));

    assertThat(answer.body()).contains("birthDate-error", "31 Feb 1985", "María de la Cruz");
  }

  private static Map<String, String> with(Map<String, String> said, String value) {
    var more = new HashMap<>(said);
    more.put("value", value);
    return more;
  }

  @Test
  void two_of_one_name_and_day_are_told_apart_by_one_thing_more() {
    var twin =
        line.patient(
            "María", "de la Cruz", LocalDate.of(1985, 3, 12), CallerOnTheLine.ANOTHER_NUMBER);

    line.ask("patient", Map.of("name", "María de la Cruz", "birthDate", "3/12/1985"));
    assertThat(line.client().get("/openings?patient=" + line.ana()).status()).isEqualTo(403);
    line.ask(
        "patient",
        Map.of(
            "name",
            "María de la Cruz",
            "birthDate",
            "3/12/1985",
            "fact",
            "phone",
            "value",
            CallerOnTheLine.ANOTHER_NUMBER));

    assertThat(line.client().get("/openings?patient=" + line.ana()).status()).isEqualTo(403);
    assertThat(line.client().get("/openings?patient=" + twin).status()).isEqualTo(200);
  }

  @Test
  void somebody_for_her_opens_what_her_scope_allows() {
    line.speaks("Rosa Santos", Set.of(Speaking.BOOK));
    var said =
        new HashMap<>(
            Map.of(
                "name",
                "María de la Cruz",
                "birthDate",
                "3/12/1985",
                "fact",
                "zip",
                "value",
                "94607"));

    said.put("speaker", "Jo Reyes");
    line.ask("for_her", said);
    assertThat(line.client().get("/openings?patient=" + line.ana()).status()).isEqualTo(403);
    said.put("speaker", "rosa santos");
    line.ask("for_her", said);

    assertThat(line.client().get("/openings?patient=" + line.ana()).status()).isEqualTo(200);
    assertThat(line.client().get(line.page()).status()).isEqualTo(403);
  }

  @Test
  void who_may_ask_for_her_hears_what_may_be_heard_and_sees_no_more() {
    var rosa = line.speaks("Rosa Santos", Set.of(Speaking.BOOK, Speaking.ASK));

    line.ask(
        "for_her",
        Map.of(
            "name",
            "María de la Cruz",
            "birthDate",
            "3/12/1985",
            "fact",
            "zip",
            "value",
            "94607",
            "speaker",
            "Rosa Santos"));

    assertThat(line.client().get(line.page() + "/hearing/" + rosa).status()).isEqualTo(200);
    assertThat(line.client().get(line.page()).status()).isEqualTo(403);
  }

  @Test
  void a_new_patient_of_the_caller_goes_on_to_her_booking() {
    var place = registered(begun());

    assertThat(line.client().get("/openings?patient=" + id(place)).status()).isEqualTo(200);
    assertThat(line.client().get(place).status()).isEqualTo(200);
  }

  @Test
  void a_new_patient_belongs_to_the_call_in_which_the_form_was_begun_and_to_no_later_one() {
    var first = line.call();
    var form = begun();
    var second = line.ring(CallerOnTheLine.ANOTHER_NUMBER);
    var place = registered(form);

    assertThat(line.client().get(place).status()).isEqualTo(403);
    assertThat(line.client().get(second).body().split("-mine")[0]).doesNotContain("Nena Ramos");
    line.client().post(first + "/resumption", Map.of());
    assertThat(line.client().get(place).status()).isEqualTo(200);
  }

  @Test
  void a_new_patient_of_a_form_begun_on_no_call_is_no_callers() {
    line.over();
    var form = begun();
    line.onCall(line.ring(CallerOnTheLine.ANOTHER_NUMBER));

    assertThat(line.client().get(registered(form)).status()).isEqualTo(403);
  }

  /** The form as it is shown now, filled in. */
  private Map<String, Object> begun() {
    var page = line.client().get("/patients/new?clinic=" + line.clinic().slug()).body();
    var contact = Pattern.compile("name=\"contact\" value=\"([^\"]*)\"").matcher(page);
    return Map.of(
        "contact", contact.results().findFirst().orElseThrow().group(1),
        "clinic", line.clinic().slug(),
        "given", "Nena",
        "family", "Ramos",
        "birthDate", "5/1/1990",
        "mobile", "(617) 555-0133");
  }

  private String registered(Map<String, Object> form) {
    var place = line.client().post("/patients/new", form).location();
    assertThat(place).startsWith("/patients/" + line.clinic().slug());
    return place;
  }

  private static String id(String place) {
    return place.substring(place.lastIndexOf('/') + 1);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
