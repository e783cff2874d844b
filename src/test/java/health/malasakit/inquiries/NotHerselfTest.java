package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.kernel.PatientId;
import health.malasakit.patients.Lives;
import health.malasakit.patients.speaking.Basis;
import health.malasakit.patients.speaking.ClinicDays;
import health.malasakit.patients.speaking.MinorRule;
import health.malasakit.patients.speaking.MinorRules;
import health.malasakit.patients.speaking.NewRepresentative;
import health.malasakit.patients.speaking.Representatives;
import health.malasakit.patients.speaking.Speaking;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Who died, who is a child, and whose right to speak for somebody has ended. */
@MalasakitTest
class NotHerselfTest {

  private static final Set<Speaking> ALL = Set.of(Speaking.values());

  private final ApplicationContext beans;
  private final int port;
  private CallerOnTheLine line;

  NotHerselfTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aCallerIsOnTheLine() {
    line = new CallerOnTheLine(beans, port);
  }

  @Test
  void nobody_is_known_as_a_patient_who_died_and_the_words_are_those_for_anybody() {
    var living = noMatch(Map.of("name", "Maria Santos", "birthDate", "3/12/1985"));
    died(line.ana());

    var dead = noMatch(right("María de la Cruz", "3/12/1985"));

    assertThat(dead).isEqualTo(living).contains("about somebody who died");
    assertThat(openings(line.ana())).isEqualTo(403);
    assertThat(record()).isEqualTo(403);
  }

  @Test
  void who_was_known_before_the_death_was_told_gets_no_further_after_it() {
    line.ask("patient", Map.of("name", "María de la Cruz", "birthDate", "3/12/1985"));
    died(line.ana());

    line.ask(
        "patient", Map.of("candidate", line.ana().toString(), "fact", "zip", "value", "94607"));

    assertThat(record()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "COURT, 200",
    "POWER_OF_ATTORNEY, 403",
    "GUARDIAN, 403",
    "PATIENTS_WORD, 403",
    "UNPROVEN, 403"
  })
  void for_somebody_who_died_a_person_named_by_a_court_speaks_on(Basis basis, int status) {
    var rosa = speaks(line.ana(), basis, Optional.empty());
    died(line.ana());

    forHer("María de la Cruz", "3/12/1985");

    assertThat(hearing(line.ana(), rosa)).isEqualTo(status);
    assertThat(record()).isEqualTo(403);
  }

  @Test
  void a_child_is_not_known_as_herself_and_is_spoken_for() {
    var born = today().minusYears(12).plusDays(1);
    var tomas = child(born);
    var rosa = speaks(tomas, Basis.PARENTAL, Optional.empty());

    var asked = line.ask("patient", right("Tomás de la Cruz", born.toString()));

    assertThat(asked.body()).contains("the patient is a child under 12");
    assertThat(openings(tomas)).isEqualTo(403);
    assertThat(line.ask("patient", right("Nobody Atall", born.toString())).body())
        .as("whoever it is, on file or not")
        .contains("the patient is a child under 12");
    forHer("Tomás de la Cruz", born.toString());
    assertThat(hearing(tomas, rosa)).isEqualTo(200);
  }

  @Test
  void a_minor_speaks_for_herself_and_changes_nothing_of_how_she_is_reached() {
    var born = today().minusYears(12);
    var tomas = child(born);

    line.ask("patient", right("Tomás de la Cruz", born.toString()));

    assertThat(page(tomas)).isEqualTo(200);
    assertThat(line.client().get(line.call()).body())
        .contains("how a minor is reached is changed by who speaks for the patient")
        .doesNotContain("Change details");
  }

  @Test
  void where_a_visit_may_be_confidential_at_ten_a_child_of_ten_calls_about_it() {
    var born = today().minusYears(10);
    var tomas = child(born);
    line.ask("patient", right("Tomás de la Cruz", born.toString()));
    assertThat(openings(tomas)).isEqualTo(403);

    line.asColleague(() -> {
      var rule = new MinorRule(Optional.of(10), "counselling", "Dr. Reyes", LocalDate.EPOCH);
      beans.getBean(MinorRules.class).say(line.clinic().id(), rule);
      return true;
    });
    line.ask("patient", right("Tomás de la Cruz", born.toString()));

    assertThat(openings(tomas)).isEqualTo(200);
  }

  @Test
  void a_right_to_speak_that_has_ended_opens_nothing() {
    var ofAge = child(today().minusYears(18));
    var minor = line.patient("Paz", "de la Cruz", today().minusYears(17), "(617) 555-0144");
    speaks(ofAge, Basis.PARENTAL, Optional.empty());
    forHer("Tomás de la Cruz", today().minusYears(18).toString());
    assertThat(openings(ofAge)).as("came of age today").isEqualTo(403);

    speaks(minor, Basis.PARENTAL, Optional.of(today().minusDays(1)));
    forHer("Paz de la Cruz", today().minusYears(17).toString());
    assertThat(openings(minor)).as("its last day was yesterday").isEqualTo(403);

    var last = speaks(minor, Basis.GUARDIAN, Optional.of(today()));
    forHer("Paz de la Cruz", today().minusYears(17).toString());
    assertThat(openings(minor)).as("its last day is today").isEqualTo(200);
    assertThat(hearing(minor, last)).isEqualTo(200);
  }

  /** What the page says of an answer that does not match, as far as it is about that. */
  private String noMatch(Map<String, String> said) {
    var body = line.ask("patient", said).body();
    var from = body.indexOf("No match.");
    assertThat(from).as("no match").isPositive();
    return body.substring(from, body.indexOf("</div>", from)).replaceAll("No match[^<]*", "");
  }

  private void died(PatientId patient) {
    line.asColleague(() -> {
      beans.getBean(Lives.class).markDeceased(line.clinic().id(), patient, Optional.empty());
      return true;
    });
  }

  private PatientId child(LocalDate born) {
    return line.patient("Tomás", "de la Cruz", born, CallerOnTheLine.ANOTHER_NUMBER);
  }

  private UUID speaks(PatientId patient, Basis basis, Optional<LocalDate> to) {
    var one =
        new NewRepresentative(
            "Rosa Santos", "sister", basis, ALL, "form seen", "", Optional.empty(), to);
    return line.asColleague(
        () -> beans.getBean(Representatives.class).add(line.clinic().id(), patient, one));
  }

  private static Map<String, String> right(String name, String born) {
    return Map.of("name", name, "birthDate", born, "fact", "zip", "value", "94607");
  }

  private void forHer(String name, String born) {
    var said = new HashMap<>(right(name, born));
    said.put("speaker", "Rosa Santos");
    line.ask("for_her", said);
  }

  private LocalDate today() {
    return line.asColleague(() -> beans.getBean(ClinicDays.class).today(line.clinic().id()));
  }

  private int openings(PatientId patient) {
    return line.client().get("/openings?patient=" + patient).status();
  }

  private int page(PatientId patient) {
    return line.client().get("/patients/" + line.clinic().slug() + "/" + patient).status();
  }

  private int hearing(PatientId patient, UUID who) {
    return line.client()
        .get("/patients/" + line.clinic().slug() + "/" + patient + "/hearing/" + who)
        .status();
  }

  private int record() {
    return page(line.ana());
  }
}
