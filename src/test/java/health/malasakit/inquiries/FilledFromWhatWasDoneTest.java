package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The write-up says that a patient was registered, and keeps quiet about a complaint. */
@MalasakitTest
class FilledFromWhatWasDoneTest {

  private static final String REGISTERED = "Registered as a new patient.";

  private final ApplicationContext beans;
  private final int port;
  private CallerOnTheLine line;

  FilledFromWhatWasDoneTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aCallerIsOnTheLine() {
    line = new CallerOnTheLine(beans, port);
  }

  @Test
  void a_new_patient_fills_the_reason_and_a_line_of_the_note() {
    var hers = register();

    assertThat(line.client().get(line.call()).body())
        .contains("value=\"register\" selected", "value=\"done\" selected", ">" + REGISTERED);
    line.client()
        .post(
            line.call() + "/wrap-up",
            Map.of("reason", "register", "outcome", "done", "note", REGISTERED));
    assertThat(line.client().get(hers).body()).contains(REGISTERED);
  }

  @Test
  void a_clinic_that_does_not_list_it_has_the_line_alone() {
    line.client().post("/clinics/" + line.clinic().slug() + "/reasons", Map.of("place-bill", "1"));

    register();

    assertThat(line.client().get(line.call()).body())
        .contains(">" + REGISTERED)
        .doesNotContain("value=\"register\"");
  }

  @Test
  void a_patient_registered_after_the_caller_rang_off_belongs_to_the_call_of_her_form() {
    var form = begun();
    line.over();
    line.client().post("/patients/new", form);

    assertThat(line.client().get(line.call()).body())
        .contains("value=\"register\" selected", ">" + REGISTERED);
  }

  @Test
  void a_complaint_is_something_else_and_only_where_nothing_else_was_done() {
    complain("clinic");
    assertThat(line.client().get(line.call()).body())
        .contains("value=\"other\" selected", "value=\"done\" selected")
        .doesNotContain("laughed");

    register();

    assertThat(line.client().get(line.call()).body()).contains("value=\"register\" selected");
  }

  @Test
  void a_complaint_about_whoever_records_it_is_something_else_too() {
    complain("me");

    assertThat(line.client().get(line.call()).body()).contains("value=\"other\" selected");
  }

  private void complain(String about) {
    var form =
        Map.of(
            "clinic",
            line.clinic().id().toString(),
            "call",
            line.call().substring(line.call().lastIndexOf('/') + 1),
            "kind",
            "manner",
            "about",
            about,
            "words",
            "The nurse laughed at my mother.",
            "way",
            "spoken",
            "requestId",
            UUID.randomUUID().toString());
    assertThat(line.client().post("/complaints", form).status()).isEqualTo(302);
  }

  /** Address of the new patient. */
  private String register() {
    var place = line.client().post("/patients/new", begun()).location();
    assertThat(place).startsWith("/patients/");
    return place;
  }

  private Map<String, String> begun() {
    var page = line.client().get("/patients/new?clinic=" + line.clinic().slug()).body();
    var contact = Pattern.compile("name=\"contact\" value=\"([^\"]*)\"").matcher(page);
    return new HashMap<>(
        Map.of(
            "contact", contact.results().findFirst().orElseThrow().group(1),
            "clinic", line.clinic().slug(),
            "given", "Nena",
            "family", "Ramos",
            "birthDate", "5/1/1990",
            "mobile", "(617) 555-0133"));
  }
}
