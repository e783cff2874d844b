package health.malasakit.inquiries.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.ClinicProfiles;
import health.malasakit.inquiries.CallerOnTheLine;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.Patients;
import health.malasakit.patients.SafeContact;
import health.malasakit.patients.SafeContacts;
import health.malasakit.patients.reach.NumberWord;
import health.malasakit.patients.reach.NumberWords;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What speaks against a number of which nobody says whose it is. */
@MalasakitTest
class NumberRulesTest {

  private final ApplicationContext beans;
  private final int port;
  private CallerOnTheLine line;

  NumberRulesTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void nobodyIsOnTheLine() {
    line = new CallerOnTheLine(beans, port);
    line.over();
  }

  @Test
  void at_night_on_the_clinics_clock_a_typed_number_is_rung_by_who_knows_better_alone() {
    clinicIn(ToBeCalled.atNight().orElseThrow());

    var refused = dial("(617) 555-0150", Map.of());

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("Between 21:00 and 08:00 only who asked for it is rung.", "(617) 555-0150");
    assertThat(dial("(617) 555-0150", Map.of("despite", "yes")).status())
        .as("a tick says nothing of who asked")
        .isEqualTo(422);
    var call = dial("(617) 555-0150", Map.of("saidBy", "her sister")).location();
    assertThat(line.client().get(call).body())
        .contains("the patient asked for it, said by her sister");
  }

  @Test
  void a_number_of_a_patient_is_judged_by_her_clock_too() {
    clinicIn(ToBeCalled.inTheMorning().orElseThrow());
    livesIn(ToBeCalled.atNight().orElseThrow());

    var refused = dial(CallerOnTheLine.HER_NUMBER, Map.of());

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("where a patient of this number lives", "Who said so?");
    livesIn(ToBeCalled.inTheMorning().orElseThrow());
    assertThat(dial(CallerOnTheLine.HER_NUMBER, Map.of()).location()).startsWith("/calls/");
  }

  @Test
  void in_the_morning_it_is_rung() {
    clinicIn(ToBeCalled.inTheMorning().orElseThrow());

    assertThat(dial("(617) 555-0150", Map.of()).location()).startsWith("/calls/");
  }

  @Test
  void a_call_that_is_entered_later_is_no_dialling() {
    clinicIn(ToBeCalled.atNight().orElseThrow());

    assertThat(dial("(617) 555-0150", Map.of("day", "yesterday", "hour", "10:00")).location())
        .startsWith("/calls/");
  }

  @Test
  void a_number_that_a_patient_says_is_not_hers_is_said_before_it_is_rung() {
    line.asColleague(() -> {
      var words = beans.getBean(NumberWords.class);
      words.say(
          line.clinic().id(), line.ana(), Phone.of(CallerOnTheLine.HER_NUMBER), NumberWord.WRONG);
      return true;
    });

    assertThat(dial(CallerOnTheLine.HER_NUMBER, Map.of("saidBy", "her sister")).body())
        .contains("this number is marked as wrong or out of order");
  }

  @Test
  void a_number_with_safe_contact_is_rung_from_the_patients_page_alone() {
    line.asColleague(() -> {
      var only = new SafeContact(List.of("(617) 555-0177"), List.of(), Optional.empty(), "");
      beans.getBean(SafeContacts.class).set(line.clinic().id(), line.ana(), only);
      return true;
    });

    var refused = dial(CallerOnTheLine.HER_NUMBER, Map.of("despite", "yes"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Call from the page of the patient.");
  }

  private Client.Answer dial(String number, Map<String, String> more) {
    var form = new HashMap<String, String>(Map.of("direction", "out", "number", number));
    form.putAll(more);
    return line.client().post("/calls", form);
  }

  private void livesIn(ZoneId zone) {
    line.asColleague(() -> {
      var patients = beans.getBean(Patients.class);
      var her = patients.find(line.clinic().id(), line.ana()).orElseThrow();
      var facts = her.facts().edit().zone(Optional.of(zone)).done();
      patients.correct(line.clinic().id(), line.ana(), her.version(), facts);
      return true;
    });
  }

  private void clinicIn(ZoneId zone) {
    Scopes.run(
        Scope.job(line.clinic().id(), "test-world"),
        () -> {
          var id = line.clinic().id();
          beans
              .getBean(ClinicProfiles.class)
              .describe(id, new Clinic.Profile("Good day", "", Optional.of(zone)), 0);
        });
  }
}
