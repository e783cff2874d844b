package health.malasakit.patients;

import static health.malasakit.patients.PatientSamples.ana;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What was changed of a patient, as those may read it who may and who may not correct her. */
@MalasakitTest
class ToldHistoryTest {

  private static final Map<String, String> FIRST =
      Map.of("mobile", "(212) 555-0155", "email", "ana.first@example.org");
  private static final Map<String, String> SECOND =
      Map.of(
          "mobile", "(212) 555-0177",
          "email", "ana.second@example.org",
          "emailWork", "reyes@example.com",
          "pronouns", "she/her");
  private static final String[] VALUES = {
    "555-0155", "555-0177", "ana.first@example.org", "ana.second@example.org", "reyes@example.com"
  };

  private final EditDesk desk;

  ToldHistoryTest(World world, Patients patients, @LocalServerPort int port) {
    this.desk = EditDesk.of(world, patients, port);
  }

  @ParameterizedTest
  @EnumSource(names = {"ADVOCATE", "CLINIC_STAFF", "PRIVACY_OFFICER"})
  void who_may_only_read_her_is_told_who_changed_a_number_and_when_but_not_to_what(Role role) {
    var her = desk.registered(ana());
    desk.save(her, FIRST);
    desk.save(her, SECOND);
    // A number that stands is in the band over her page, for everybody.
    desk.save(her, Map.of("mobile", "(212) 555-0188"));
    var reader = desk.as(role);

    var history = reader.get(desk.address(her) + "/history").body();
    assertThat(history)
        .contains("changed Mobile phone; the values are shown", "changed Home e-mail; the values")
        .contains("changed Work e-mail; the values", "she/her", "<time datetime=")
        .doesNotContain(VALUES)
        .doesNotContain("555-0188");
    assertThat(reader.get(desk.address(her)).body())
        .contains(
            "Mobile phone; the values are shown", "Home e-mail; the values are shown", "she/her")
        .doesNotContain(VALUES);
  }

  @Test
  void who_may_correct_her_reads_the_values_before_and_after() {
    var her = desk.registered(ana());
    desk.save(her, FIRST);
    desk.save(her, SECOND);
    var nurse = desk.as(Role.NURSE);

    for (var page : new String[] {desk.address(her) + "/history", desk.address(her)}) {
      assertThat(nurse.get(page).body()).contains(VALUES).doesNotContain("the values are shown");
    }
  }
}
