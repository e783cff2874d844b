package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.kernel.Phone;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PatientPhone;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.patients.person.PersonFactsEdit;
import health.malasakit.patients.person.Sex;
import health.malasakit.patients.speaking.Speaking;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** More than one person in a call, or behind a number. */
@MalasakitTest
class WhoSpeaksForWhomTest {

  private final ApplicationContext beans;
  private final int port;
  private CallerOnTheLine line;

  WhoSpeaksForWhomTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aCallerIsOnTheLine() {
    line = new CallerOnTheLine(beans, port);
  }

  @Test
  void who_is_asked_again_keeps_what_was_open() {
    line.proven();
    line.ask("patient", Map.of("name", "María de la Cruz", "birthDate", "3/12/1985"));

    assertThat(line.client().get(line.page()).status()).isEqualTo(200);

    line.speaks("Rosa Santos", Set.of(Speaking.BOOK));
    line.ask(
        "for_her",
        Map.of("name", "María de la Cruz", "birthDate", "3/12/1985", "speaker", "Rosa Santos"));
    assertThat(line.client().get(line.page()).status()).as("to another speaker").isEqualTo(403);
  }

  @Test
  void of_the_patient_herself_it_is_not_said_that_somebody_speaks_for_her() {
    line.proven();
    assertThat(line.client().get(line.call()).body())
        .contains("The caller is<")
        .doesNotContain("The caller speaks for<");

    line.speaks("Rosa Santos", Set.of(Speaking.BOOK));
    line.ask(
        "for_her",
        Map.of("name", "María de la Cruz", "birthDate", "3/12/1985", "speaker", "Rosa Santos"));
    assertThat(line.client().get(line.call()).body())
        .contains("The caller speaks for<")
        .doesNotContain("The caller is<");
  }

  @Test
  void twins_that_nothing_tells_apart_are_drawn_once_and_cannot_be_picked() {
    var number = CallerOnTheLine.ANOTHER_NUMBER;
    line.patient("Maria", "Reyes", LocalDate.of(2014, 5, 1), number);
    line.patient("Marta", "Reyes", LocalDate.of(2014, 5, 1), number);
    line.patient("Paz", "Reyes", LocalDate.of(2016, 5, 1), number);
    line.onCall(line.ring(number));

    var asked = line.client().get(line.call() + "?who=patient").body();

    assertThat(asked).containsOnlyOnce("M. R. May 2014").contains("one of 2", "P. R. 2016");
    assertThat(asked.split("name=\"candidate\"", -1)).as("none yet, and Paz").hasSize(3);
  }

  @Test
  void twins_of_two_sexes_are_told_apart_by_that() {
    var number = CallerOnTheLine.ANOTHER_NUMBER;
    var born = LocalDate.of(2014, 5, 1);
    line.patient(facts("Maria", "Reyes", born, number).sex(Sex.FEMALE).done());
    line.patient(facts("Marco", "Reyes", born, number).sex(Sex.MALE).done());
    line.onCall(line.ring(number));

    assertThat(line.client().get(line.call() + "?who=patient").body())
        .contains("M. R. May 2014, Female", "M. R. May 2014, Male")
        .doesNotContain("one of 2");
  }

  @Test
  void who_speaks_for_two_says_her_own_name_once() {
    var tomas =
        line.patient("Tomás", "de la Cruz", LocalDate.of(2014, 5, 1), CallerOnTheLine.HER_NUMBER);
    line.speaks("Rosa Santos", Set.of(Speaking.BOOK));
    line.speaks(tomas, "Rosa Santos", Set.of(Speaking.BOOK));
    var first = Map.of("name", "María de la Cruz", "birthDate", "3/12/1985");
    var second = Map.of("name", "Tomás de la Cruz", "birthDate", "5/1/2014");
    assertThat(line.ask("for_her", first).body())
        .as("nobody said who she is")
        .contains("speaker-error");
    line.ask("for_her", with(first, "Rosa Santos"));

    assertThat(line.client().get(line.call() + "?who=for_her").body())
        .contains("Rosa Santos is still on the line")
        .doesNotContain("id=\"speaker\"");
    line.ask("for_her", second);

    assertThat(line.client().get("/openings?patient=" + tomas).status()).isEqualTo(200);
    assertThat(line.client().get("/openings?patient=" + line.ana()).status()).isEqualTo(200);
    assertThat(line.client().get(line.call() + "?who=for_her&speaker=another").body())
        .contains("id=\"speaker\"");
  }

  @Test
  void who_speaks_for_one_and_not_for_the_next_is_no_match() {
    var tomas =
        line.patient("Tomás", "de la Cruz", LocalDate.of(2014, 5, 1), CallerOnTheLine.HER_NUMBER);
    line.speaks("Rosa Santos", Set.of(Speaking.BOOK));
    line.ask(
        "for_her",
        Map.of("name", "María de la Cruz", "birthDate", "3/12/1985", "speaker", "Rosa Santos"));

    line.ask("for_her", Map.of("name", "Tomás de la Cruz", "birthDate", "5/1/2014"));

    assertThat(line.client().get("/openings?patient=" + tomas).status()).isEqualTo(403);
  }

  private static PersonFactsEdit facts(String given, String family, LocalDate born, String number) {
    return PersonFacts.named(PatientName.official(given, family))
        .edit()
        .born(born)
        .phones(List.of(new PatientPhone(ContactUse.MOBILE, Phone.of(number))));
  }

  private static Map<String, String> with(Map<String, String> said, String speaker) {
    var more = new HashMap<>(said);
    more.put("speaker", speaker);
    return more;
  }
}
